import type { APIRoute } from 'astro'
import { references, shelves } from '../../catalog.ts'
import { cardsOf } from '../../exports/cards/card.ts'
import { handOverCards } from '../../exports/cards/handover.ts'
import { absolute, site } from '../../site.ts'

/** A build draws the cards at its end; a development server has none. */
export async function getStaticPaths() {
  const list = { references: await references(), topics: await shelves() }
  handOverCards(cardsOf(list, { site, absolute }))
  return []
}

export const GET: APIRoute = () => new Response(null, { status: 404 })
