import { type Desk, emptyDesk, type Mark } from './desk.ts'
import { shortId, shortIdsIn } from './short-id.ts'

/** A desk to be imported. */
export interface ImportedDesk extends Pick<Desk, 'marks' | 'notes'> {
  /** How many of its papers are not on this list. */
  unknown: number
}

const shape = /^#marks=((?:[\w-]{6})*)\.((?:[\w-]{6})*)$/

/**
 * A desk's marks as a URL fragment: the short ids of papers to read, a dot, and those of papers read. Browsers
 * don't send fragments to servers.
 */
export function linkFragment({ marks }: Desk): string {
  const ids = (wanted: Mark) =>
    [...marks].map(([id, mark]) => (mark === wanted ? shortId(id) : '')).join('')
  return `#marks=${ids('to-read')}.${ids('read')}`
}

/**
 * The desk in a URL fragment. `ids` maps present and former ids to present ones. Undefined
 * if the fragment is not from `linkFragment`.
 */
export function parseLinkFragment(
  end: string,
  ids: ReadonlyMap<string, string>,
): ImportedDesk | undefined {
  const found = shape.exec(end)
  if (!found) return undefined
  const known = new Map([...ids].map(([id, now]) => [shortId(id), now]))
  const marks = new Map<string, Mark>()
  let unknown = 0
  for (const [at, mark] of (['to-read', 'read'] as const).entries())
    for (const short of shortIdsIn(found[at + 1] ?? '')) {
      const id = known.get(short)
      if (id) marks.set(id, mark)
      else unknown += 1
    }
  return { marks, notes: emptyDesk.notes, unknown }
}
