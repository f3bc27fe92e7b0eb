import { mkdtempSync, rmSync } from 'node:fs'
import { loadEntries } from '../../src/content/read.ts'
import { cardsOf } from '../../src/exports/cards/card.ts'
import { cardDrawer } from '../../src/exports/cards/draw.ts'
import { exportedList } from '../../src/exports/integration.ts'
import { absolute, site } from '../../src/site.ts'
import { printMade } from './made.ts'

// Run by itself and with nothing kept from before: a build draws only the cards that changed.
const list = exportedList(loadEntries())
const folder = mkdtempSync('.cards-')
try {
  await printMade(async () => {
    const cards = cardsOf(list, { site, absolute })
    const draw = cardDrawer(folder)
    let bytes = 0
    for (const card of cards) bytes += (await draw(card)).png.length
    return { files: cards.length, bytes }
  })
} finally {
  rmSync(folder, { recursive: true, force: true })
}
