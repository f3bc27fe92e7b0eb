import { type Desk, emptyDesk, type Mark } from './desk.ts'
import { shortId, splitShortIds } from './short-id.ts'

/** The marks and notes that a reader imports. */
export interface ImportedDesk extends Pick<Desk, 'marks' | 'notes'> {
  /** How many of its papers are not on this list. */
  unknown: number
}

const fragmentPattern = /^#marks=((?:[\w-]{6})*)\.((?:[\w-]{6})*)$/

/**
 * Writes the marks of a desk as a URL fragment: the short ids of the papers to read, a dot, and the short ids of the papers read.
 * Browsers don't send fragments to servers.
 */
export function writeLinkFragment({ marks }: Desk): string {
  const shortIds = (wanted: Mark) =>
    [...marks].map(([id, mark]) => (mark === wanted ? shortId(id) : '')).join('')
  return `#marks=${shortIds('to-read')}.${shortIds('read')}`
}

/**
 * Parses a fragment that `writeLinkFragment` wrote. Gives undefined for any other. `ids` maps the present and former ids of
 * the list's papers to present ones.
 */
export function parseLinkFragment(
  fragment: string,
  ids: ReadonlyMap<string, string>,
): ImportedDesk | undefined {
  const match = fragmentPattern.exec(fragment)
  if (!match) return undefined
  const byShortId = new Map([...ids].map(([id, present]) => [shortId(id), present]))
  const marks = new Map<string, Mark>()
  let unknown = 0
  for (const [at, mark] of (['to-read', 'read'] as const).entries())
    for (const short of splitShortIds(match[at + 1] ?? '')) {
      const id = byShortId.get(short)
      if (id) marks.set(id, mark)
      else unknown += 1
    }
  return { marks, notes: emptyDesk.notes, unknown }
}
