import { mkdtempSync, rmSync } from 'node:fs'
import { cardsOf } from '../../src/exports/cards/card.ts'
import { cardDrawer } from '../../src/exports/cards/draw.ts'
import { absolute, site } from '../../src/site.ts'
import { loadExportedList } from './exported-list.ts'
import { printMade } from './made.ts'

// Run by itself and with nothing kept from before: a build draws only the cards that changed.
const list = loadExportedList()
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
