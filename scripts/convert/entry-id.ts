import { createHash } from 'node:crypto'
import { idFromTitle } from '../../src/model/identifier.ts'
import { titleText } from '../../src/text/title.ts'

// Windows has no files of these names, and `index` is the name of a folder's own page.
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d|index)$/

/** Makes the id of a new entry from its title. It differs from every id that is taken, and joins them. */
export function newId(title: string, taken: Set<string>): string {
  const hash = () => createHash('sha256').update(title).digest('hex').slice(0, 8)
  const wanted = idFromTitle(titleText(title)) || `paper-${hash()}`
  const base = reserved.test(wanted) ? `${wanted}-paper` : wanted
  let id = base
  for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`
  taken.add(id)
  return id
}
