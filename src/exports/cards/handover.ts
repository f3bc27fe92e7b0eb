import type { Card } from './card.ts'

// In a build, pages and integrations load every module twice, in one process. They share only the global object.
const place = Symbol.for('reading-list.cards')
const common = globalThis as { [place]?: readonly Card[] }

/** Leaves the cards of a build for the integration that draws them. */
export function handOverCards(cards: readonly Card[]): void {
  common[place] = cards
}

/** Takes the cards that the pages of this build have left. Throws when there are none. */
export function takeOverCards(): readonly Card[] {
  const cards = common[place]
  delete common[place]
  if (!cards) {
    throw new Error(
      'Unexpected end of the build, expected the cards of the pages. Let the route src/pages/cards/[...card].png.ts hand them over.',
    )
  }
  return cards
}
