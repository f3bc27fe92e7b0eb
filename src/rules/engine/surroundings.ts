import { identitiesOf } from '../../model/identity.ts'
import { knownGaps } from '../../model/known-gaps.ts'
import { type Topic, topicFacts } from '../../model/topic.ts'
import {
  acronymVocabulary,
  tagVocabulary,
  type Vocabulary,
  venueVocabulary,
} from '../../model/vocabulary.ts'
import type { DataFile } from '../../text/data-file.ts'
import type { EntryFile } from '../../text/entry-file.ts'
import type { List, Surroundings } from './rule.ts'

/** The file that names what entries are known to lack; its name below the content folder. */
export const gapsFile = 'gaps.yaml'

/** What a list has besides its entries, as far as it can be read. The rules report what cannot be read. */
export function surroundingsOf(
  { pages, data }: Pick<List, 'pages' | 'data'>,
  records: readonly unknown[],
  today: string,
): Surroundings {
  const gaps = data.find(({ path }) => path.endsWith(`/${gapsFile}`))
  return {
    topics: pages.flatMap(topicOf).sort((a, b) => a.order - b.order),
    vocabulary: vocabularyOf(data),
    today,
    gaps: knownGaps.safeParse(gaps?.data.values).data ?? {},
    ...(records.length > 0 && { identities: identitiesOf(records.flat()) }),
  }
}

function topicOf({ path, id, frontMatter }: EntryFile): Topic[] {
  if (!/(?:^|\/)topics\/[^/]*$/.test(path)) return []
  const { success, data } = topicFacts.safeParse(frontMatter.values)
  return success ? [{ ...data, id }] : []
}

function vocabularyOf(data: readonly DataFile[]): Vocabulary {
  const values = (name: string) =>
    data.find(({ path }) => path.endsWith(`/vocabulary/${name}`))?.data.values
  return {
    tags: tagVocabulary.safeParse(values('tags.yaml')).data ?? {},
    acronyms: acronymVocabulary.safeParse(values('acronyms.yaml')).data ?? {},
    venues: venueVocabulary.safeParse(values('venues.yaml')).data ?? {},
  }
}
