import type { Entry } from '../../content/entry.ts'
import { shortAuthors } from '../../model/authors.ts'
import { papers } from '../../model/count.ts'
import { displayDate } from '../../model/partial-date.ts'
import type { Topic } from '../../model/topic.ts'
import { titleText } from '../../text/title.ts'
import type { SiteContext } from '../reference.ts'

/** The text of a card, the preview image of a page that is shown when its address is shared. */
export interface Card {
  /** Its path below the base, without a leading slash: `cards/topics/safety.png`. */
  path: string
  /** The line above the title: the name of the list. */
  list: string
  title: string
  /** The paragraphs below the title. */
  notes: string[]
}

/** The size of a card in pixels, as recommended for Open Graph images. */
export const cardSize = { width: 1200, height: 630 } as const

/** The most papers of a list in which papers have their own cards. Drawing a card takes much longer than building its page. */
const mostPaperCards = 500

/** Returns the path of the card of the site, a topic or a paper, below the base. */
export const cardPath = (name: 'site' | `topics/${string}` | `papers/${string}`) =>
  `/cards/${name}.png` as const

/** Returns the path of a paper's card, which is the card of its first topic if the list is long. */
export function paperCardPath(
  { id, topics }: { id: string; topics?: string[] | undefined },
  papers: number,
) {
  if (papers <= mostPaperCards) return cardPath(`papers/${id}`)
  return topics?.[0] ? cardPath(`topics/${topics[0]}`) : cardPath('site')
}

/** Returns all cards of the site. */
export function cardsOf(
  entries: readonly Entry[],
  topics: readonly Topic[],
  { site, absolute }: SiteContext,
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
