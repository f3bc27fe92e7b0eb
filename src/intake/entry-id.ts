import { idFromTitle, isReservedName } from '../model/identifier.ts'
import { titleText } from '../text/title.ts'

/** Makes the id of a new entry from its title. It differs from every id that is taken. */
export function newId(title: string, taken: ReadonlySet<string>): string {
  const wanted = idFromTitle(titleText(title)) || `paper-${numberOf(title)}`
  // `index` is the name of a folder's own page.
  const base = isReservedName(wanted) || wanted === 'index' ? `${wanted}-paper` : wanted
  let id = base
  for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`
  return id
}

/** A short number for a title without Latin or Greek letters, always the same for the same one (FNV-1a). */
function numberOf(title: string): string {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(title)) hash = Math.imul(hash ^ byte, 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
