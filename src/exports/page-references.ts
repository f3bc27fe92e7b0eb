import { loadShared } from '../content/shared.ts'

const shared: typeof import('./all-references.ts') = loadShared('./src/exports/all-references.ts')

/** The references of all entries for pages, and the days of changes, computed once for pages and integrations. */
export const { lastRevised, modifiedDays, references, referencesById } = shared
