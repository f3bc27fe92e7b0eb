import { z } from 'zod'

/** A reading path, an ordered sequence of papers: the front matter of `content/paths/<id>.mdx`. */
export const pathFacts = z.strictObject({
  /** The path's name, as readers see it. */
  name: z.string().min(1),
  /** Its place among the paths, from 1. */
  order: z.coerce.number().int().positive(),
  /** Whom it is for, in one sentence. */
  for: z.string().min(1),
  /** Its papers in the order in which they are read. */
  steps: z
    .array(
      z.strictObject({
        /** The id of an entry. */
        paper: z.string().min(1),
        /** One sentence: why it comes here, and what to look for. */
        why: z.string().min(1).max(240),
      }),
    )
    .min(5, 'expected five to nine')
    .max(9, 'expected five to nine'),
})

/** A reading path with its id (its file's name). */
export interface ReadingPath extends z.infer<typeof pathFacts> {
  id: string
  /** The Markdown of its file, where that was read. */
  introduction?: string
}
