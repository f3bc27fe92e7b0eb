import { z } from 'zod'
import type { EntryFile } from '../text/entry-file.ts'
import { plainText } from '../text/plain.ts'
import { titleText } from '../text/title.ts'
import type { JudgedPaper } from './corpus.ts'

// An entry that breaks some rule elsewhere still says where it belongs.
const judged = z.object({
  title: z.string(),
  topics: z.array(z.string()).default([]),
  tags: z.array(z.string()).default([]),
})

/** What suggestions learn from an entry's file; undefined when it has no title or its topics or tags are no lists. */
export function judgedPaper({ id, frontMatter, abstract }: EntryFile): JudgedPaper | undefined {
  const { data } = judged.safeParse(frontMatter.values)
  return data && { ...data, id, title: titleText(data.title), abstract: plainText(abstract) }
}
