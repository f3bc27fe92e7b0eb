import { stringify } from 'yaml'
import type { Vocabulary } from '../model/vocabulary.ts'
import { lowerWords } from '../similarity/terms.ts'

type Venues = Vocabulary['venues']

const special =
  /\b(?:workshop|findings|tutorial|demonstrations?|companion|industry|student|late[- ]breaking|extended abstracts?|track)\b/i

const words = (text: string) => ` ${lowerWords(text).join(' ')} `

/** The ways in which people write a venue of the vocabulary, without a year. */
function namesOf(series: string, { name, short = series }: Venues[string]): string[] {
  const bare = name.replace(/^(?:IEEE\/CVF |ACM |Annual )?(?:Conference on |Meeting of the )/, '')
  // "Association for Computational Linguistics" alone is part of the names of many venues.
  const isShared = /^(?:Nations|Association)\b/.test(bare)
  return [series, name, short, ...(isShared ? [] : [bare])]
}

/**
 * The venue that a text names, as an entry writes it (`NeurIPS 2023`), when the list's vocabulary knows it and a year
 * is known: "Advances in Neural Information Processing Systems" with the year 2023, or "NeurIPS'23". A workshop, the
 * findings or another side event is never taken for the main one.
 */
export function venueName(
  text: string,
  year: number | undefined,
  venues: Venues,
): string | undefined {
  const dated = text
    .replace(/(\p{Letter})['’]?(\d\d)(?!\d)/gu, '$1 20$2')
    .replace(/(\p{Letter})(?=(?:19|20)\d\d\b)/gu, '$1 ')
  const said = /\b((?:19|20)\d\d)\b/.exec(dated)?.[1]
  const spoken = dated.replace(/\b(?:19|20)\d\d\b|[{}]/g, '')
  const when = said ?? year
  if (when === undefined) return undefined
  const found = Object.entries(venues)
    .flatMap(([series, venue]) => namesOf(series, venue).map((name) => ({ series, venue, name })))
    .filter(({ name, venue }) =>
      // "Nature" is a journal, and a word in the names of others.
      venue.kind === 'journal' && !/\s/.test(name)
        ? words(spoken) === words(name)
        : words(spoken).includes(words(name)),
    )
    .sort((a, b) => b.name.length - a.name.length)
  const [best] = found
  if (!best) return undefined
  const sideEvent = special.exec(spoken)?.[0]
  if (sideEvent && !special.test(`${best.series} ${best.venue.name}`)) return undefined
  return `${best.series} ${when}`
}

/**
 * The line of `venues.yaml` for a venue that the vocabulary lacks, from its name and the field that holds it; undefined where
 * the vocabulary has it and only the year is missing, and where the name is none.
 */
export function newVenueLine(text: string, field: string, venues: Venues): string | undefined {
  const [, acronym] = /\(([A-Z][\w*+-]{1,14}?)(?:['’ ]?(?:19|20)?\d\d)?\)/.exec(text) ?? []
  const name = text
    .replace(/\((?:[^()]*)\)/g, ' ')
    .replace(/^(?:in:? )?(?:proceedings of |advances in )?(?:the )?(?:\d+(?:st|nd|rd|th) )?/i, '')
    .replace(/\b(?:19|20)\d\d\b|['’]\d\d\b/g, ' ')
    .replace(/[\s,:;.–-]+$/, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (!/\p{L}{2}/u.test(name) || venueName(text, 2000, venues)) return undefined
  const isConference =
    !/journal/i.test(field) &&
    (acronym !== undefined ||
      /booktitle|conference/i.test(field) ||
      /\b(?:conference|proceedings|meeting|symposium|congress)\b/i.test(text) ||
      /^\w*[A-Z]\w*[A-Z]\w*$/.test(name))
  const kind = /\bworkshop\b/i.test(name) ? 'workshop' : isConference ? 'conference' : 'journal'
  const line = { [acronym ?? name]: { name, kind } }
  return stringify(line, { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 })
    .trim()
    .slice(1, -1)
}

const common = new Set(
  'a an the of in on and for at to annual conference international meeting proceedings advances transactions volume long short papers main track part research association computational linguistics'.split(
    ' ',
  ),
)

/** Whether a text says more of a venue than its name, as the place or the publisher. */
export function hasOtherWords(text: string, venue: string, venues: Venues): boolean {
  const series = venue.replace(/ \d{4}$/, '')
  const own = venues[series]
  const known = new Set(lowerWords([venue, ...(own ? namesOf(series, own) : [])].join(' ')))
  return lowerWords(text).some(
    (word) => !known.has(word) && !common.has(word) && !/^\d+(?:st|nd|rd|th)?$/.test(word),
  )
}
