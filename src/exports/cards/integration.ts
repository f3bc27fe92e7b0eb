import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { cardDrawer } from './draw.ts'
import { takeOverCards } from './handover.ts'

/** Draws the cards of a build's pages at its end, outside of the bundle that makes the pages. */
export function cards(): AstroIntegration {
  return {
    name: 'cards',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir)
        const draw = cardDrawer()
        const all = takeOverCards()
        let fresh = 0
        for (const card of all) {
          const { png, drawn } = await draw(card)
          if (drawn) fresh += 1
          const file = join(root, card.path)
          mkdirSync(dirname(file), { recursive: true })
          writeFileSync(file, png)
        }
        logger.info(`${all.length} cards, ${fresh} of them drawn anew`)
      },
    },
  }
}
