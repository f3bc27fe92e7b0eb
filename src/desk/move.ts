import { type Desk, emptyDesk, type Mark } from './desk.ts'
import { shortId, shortIdLength } from './short-id.ts'

/** What another desk brings. */
export interface ImportedDesk extends Pick<Desk, 'marks' | 'notes'> {
  /** How many of its papers this list does not know. */
  unknown: number
}

const start = '#marks='
const shape = new RegExp(
  `^#marks=((?:[\\w-]{${shortIdLength}})*)\\.((?:[\\w-]{${shortIdLength}})*)$`,
)

/**
 * The marks of a desk as the end of a link: the short ids of what is to read, a dot, and those of what is read. Browsers
 * send no server what stands behind `#`.
 */
export function linkFragment({ marks }: Desk): string {
  const ids = (wanted: Mark) =>
    [...marks].map(([id, mark]) => (mark === wanted ? shortId(id) : '')).join('')
  return `${start}${ids('to-read')}.${ids('read')}`
}

/**
 * What the end of a link brings, if these are the list's papers: ids by the ids under which they may be known. Undefined
 * when the end is none of `linkEnd`.
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
    for (const short of found[at + 1]?.match(new RegExp(`.{${shortIdLength}}`, 'g')) ?? []) {
      const id = known.get(short)
      if (id) marks.set(id, mark)
      else unknown += 1
    }
  return { marks, notes: emptyDesk.notes, unknown }
}
