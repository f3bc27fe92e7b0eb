import { entries, once, tagsById } from '../../content/catalog.ts'
import { exampleQueries } from './example-queries.ts'

/** The example queries of this list. */
export const examples = once(async () => {
  const names = [...(await tagsById())].map(([id, { name }]) => [id, name] as const)
  return exampleQueries(await entries(), new Map(names))
})
