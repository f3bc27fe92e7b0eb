export { paperLoader, RefusedEntry } from './content/loader.ts'
