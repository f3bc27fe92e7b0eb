import type { Entry } from '../../content/entry.ts'
import { shortAuthors } from '../../model/authors.ts'
import { papers } from '../../model/count.ts'
import { displayDate } from '../../model/partial-date.ts'
import type { Topic } from '../../model/topic.ts'
import { titleText } from '../../text/title.ts'
import type { Source } from '../reference.ts'

/** What a card says. A card is the picture of a page that is shown where somebody shares its address. */
export interface Card {
  /** Its path below the base, without a leading slash: `cards/topics/safety.png`. */
  path: string
  /** What stands above the title: the list's name. */
  list: string
  title: string
  /** What stands below the title, one line after the other. */
  notes: string[]
}

/** The size of a card in pixels, as Open Graph and its readers want it. */
export const cardSize = { width: 1200, height: 630 } as const

/** Papers have cards of their own in a list of at most this many. Drawing a card takes much longer than its page. */
const mostPaperCards = 500

/** The path of the card of the site, of a topic or of a paper, below the base. */
export const cardPath = (name: 'site' | `topics/${string}` | `papers/${string}`) =>
  `/cards/${name}.png` as const

/** The path of a paper's card. In a long list it is the card of the paper's first topic. */
export function paperCardPath(
  { id, topics }: { id: string; topics?: string[] | undefined },
  papers: number,
) {
  if (papers <= mostPaperCards) return cardPath(`papers/${id}`)
  return topics?.[0] ? cardPath(`topics/${topics[0]}`) : cardPath('site')
}

/** Every card of the site. */
export function cardsOf(
  entries: readonly Entry[],
  topics: readonly Topic[],
  { site, absolute }: Source,
): Card[] {
  const address = absolute('/').replace(/^https:\/\/|\/$/g, '')
  const card = (name: Parameters<typeof cardPath>[0], facts: Omit<Card, 'path' | 'list'>) => ({
    path: cardPath(name).slice(1),
    list: name === 'site' ? address : site.title,
    ...facts,
  })
  return [
    card('site', {
      title: site.title,
      notes: [`${papers(entries.length)} on ${site.subject}`],
    }),
    ...topics.map(({ id, name, description }) =>
      card(`topics/${id}`, { title: name, notes: [description] }),
    ),
    ...(entries.length > mostPaperCards ? [] : entries).map(
      ({ id, title, authors, venue, published }) =>
        card(`papers/${id}`, {
          title: titleText(title),
          notes: [
            authors ? shortAuthors(authors, 3) : '',
            venue ?? `Preprint${published ? `, ${displayDate(published)}` : ''}`,
          ].filter(Boolean),
        }),
    ),
  ]
}
