// The old name of src/content/loader.ts, for those who import it still.
export { paperLoader, RefusedEntry } from './content/loader.ts'
