import { join } from 'node:path'
import { entryOf } from '../../src/intake/entry.ts'
import type { EntryFacts } from '../../src/model/entry.ts'
import type { EntryContent } from '../../src/text/entry-writer.ts'
import { writeEntryFile } from '../../src/text/entry-writer.ts'
import { newId } from '../convert/entry-id.ts'
import type { FoundPaper } from './found-paper.ts'

/** What only a person can say of a paper. */
export type Choices = Partial<
  Pick<EntryFacts, 'topics' | 'kind' | 'tags' | 'names' | 'claim' | 'evidence'>
>

/** An entry that is ready to be written. */
export interface Draft {
  paper: FoundPaper
  id: string
  path: string
  content: EntryContent
  /** The whole file. */
  text: string
}

/** Makes the entry of a found paper, by the rules that convert follows; what nobody has said is left out. */
export function draftOf(
  paper: FoundPaper,
  choices: Choices,
  { folder, taken, today }: { folder: string; taken: Set<string>; today: string },
): Draft {
  const record = { title: paper.title, line: 1, abstract: paper.abstract }
  const content = entryOf(record, paper.item, today)
  content.facts = {
    ...content.facts,
    ...(paper.paper && { paper: paper.paper }),
    ...choices,
  }
  const id = newId(content.facts.title ?? paper.title, taken)
  const path = join(folder, `${id}.mdx`).replaceAll('\\', '/')
  return { paper, id, path, content, text: writeEntryFile(content) }
}
