import { z } from 'zod'

/** One shelf of the list: the front matter of `content/topics/<id>.mdx`. */
export const topicFacts = z.strictObject({
  /** The topic's name, as readers see it. */
  name: z.string().min(1),
  /** Its place among the topics, from 1. */
  order: z.coerce.number().int().positive(),
  /** One line: what is on the shelf. */
  description: z.string().min(1),
  /** The rule that puts a paper here. */
  include: z.string().min(1),
  /** What belongs elsewhere, and where. */
  exclude: z.string().min(1),
})

/** A topic with its id (its file's name). */
export interface Topic extends z.infer<typeof topicFacts> {
  id: string
  /** The Markdown of its file, where that was read. */
  introduction?: string
}

/** The front matter of `content/pages/<id>.mdx`: prose about the list. */
export const pageFacts = z.strictObject({
  /** What the page is called. */
  title: z.string().min(1),
})

/** The pages of prose that every list has, by the names of their files in `content/pages`. */
export const prosePages = ['about', 'how-search-works'] as const
