import { stringify } from 'yaml'
import type { Vocabulary } from '../model/vocabulary.ts'
import { lowerWords } from '../similarity/terms.ts'

type Venues = Vocabulary['venues']

const sideEvent =
  /\b(?:workshop|findings|tutorial|demonstrations?|companion|industry|student|late[- ]breaking|extended abstracts?|track)\b/i

const words = (text: string) => ` ${lowerWords(text).join(' ')} `

/** The names of a venue, without years. */
function namesOf(series: string, { name, short = series }: Venues[string]): string[] {
  const bare = name.replace(/^(?:IEEE\/CVF |ACM |Annual )?(?:Conference on |Meeting of the )/, '')
  // "Association for Computational Linguistics" alone is part of many venues' names.
  const isShared = /^(?:Nations|Association)\b/.test(bare)
  return [series, name, short, ...(isShared ? [] : [bare])]
}

/**
 * The venue that a text names, as an entry writes it: `NeurIPS 2023` for "NeurIPS'23", or for "Advances in Neural
 * Information Processing Systems" with the year 2023. Undefined if the vocabulary lacks the venue, or if there is no
 * year. Workshops, findings and other side events are not taken for the main conference.
 */
export function venueName(text: string, venues: Venues, year?: string): string | undefined {
  const spaced = text
    .replace(/(\p{Letter})['’]?(\d\d)(?!\d)/gu, '$1 20$2')
    .replace(/(\p{Letter})(?=(?:19|20)\d\d\b)/gu, '$1 ')
  const venueYear = /\b((?:19|20)\d\d)\b/.exec(spaced)?.[1] ?? year
  if (venueYear === undefined) return undefined
  const undated = spaced.replace(/\b(?:19|20)\d\d\b|[{}]/g, '')
  const [best] = Object.entries(venues)
    .flatMap(([series, venue]) => namesOf(series, venue).map((name) => ({ series, venue, name })))
    .filter(({ name, venue }) =>
      // "Nature" is a journal, and also a word in other journals' names.
      venue.kind === 'journal' && !/\s/.test(name)
        ? words(undated) === words(name)
        : words(undated).includes(words(name)),
    )
    .sort((a, b) => b.name.length - a.name.length)
  if (!best) return undefined
  const isSideEvent =
    sideEvent.test(undated) && !sideEvent.test(`${best.series} ${best.venue.name}`)
  return isSideEvent ? undefined : `${best.series} ${venueYear}`
}

/**
 * The line to add to `venues.yaml` for a venue that is missing there. Undefined if the text is not a name, or if only its
 * year is missing.
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
  if (!/\p{L}{2}/u.test(name) || venueName(text, venues, '2000')) return undefined
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

const commonWords = new Set(
  'a an the of in on and for at to annual conference international meeting proceedings advances transactions volume long short papers main track part research association computational linguistics'.split(
    ' ',
  ),
)

/** Whether a text says more than a venue's name, such as a place or a publisher. */
export function hasOtherWords(text: string, venue: string, venues: Venues): boolean {
  const series = venue.replace(/ \d{4}$/, '')
  const own = venues[series]
  const known = new Set(lowerWords([venue, ...(own ? namesOf(series, own) : [])].join(' ')))
  return lowerWords(text).some(
    (word) => !known.has(word) && !commonWords.has(word) && !/^\d+(?:st|nd|rd|th)?$/.test(word),
  )
}
