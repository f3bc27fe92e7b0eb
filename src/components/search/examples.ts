import { entries, once, tagsById } from '../../content/catalog.ts'
import { exampleQueries } from './example-queries.ts'

/** Queries that show what can be searched for. */
export const examples = once(async () => {
  const names = [...(await tagsById())].map(([id, { name }]) => [id, name] as const)
  return exampleQueries(await entries(), new Map(names))
})
