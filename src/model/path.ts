import { z } from 'zod'

/** The front matter of `content/paths/<id>.mdx`: a reading path, which is an ordered sequence of papers. */
export const pathFacts = z.strictObject({
  /** The name that readers see. */
  name: z.string().min(1),
  /** Its position among the paths, from 1. */
  order: z.coerce
    .number()
    .int('expected a whole number from 1')
    .positive('expected a whole number from 1'),
  /** Who it is for, in one sentence. */
  for: z.string().min(1),
  /** Its papers in reading order. */
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

/** A reading path with its id, the name of its file. */
export interface ReadingPath extends z.infer<typeof pathFacts> {
  id: string
  /** The Markdown below the front matter, if it was read. */
  introduction?: string
}
