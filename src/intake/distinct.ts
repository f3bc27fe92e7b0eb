import { titleKey } from '../model/identifier.ts'
import { sameTitle } from '../similarity/near-titles.ts'
import { shown } from '../text/messages.ts'
import { normaliseText } from '../text/normalise.ts'
import { texTitle } from '../text/tex.ts'
import { soundPaper } from './entry.ts'
import {
  addCommand,
  type Left,
  type Paper,
  paperFacts,
  type Reading,
  wordsOfFact,
} from './paper.ts'

/**
 * A reading whose papers can all become entries: without what the guard would refuse, and each paper once. An identifier or
 * address under two titles is taken from both papers, because it is not the one of both; then all that the file says of one
 * paper is put together.
 */
export function settled({ papers, left }: Reading): Reading {
  const all = [...left]
  const sound = papers.flatMap((paper) => soundPaper(paper, all) ?? [])
  const groups: Paper[][] = []
  const groupOf = new Map<string, Paper[]>()
  for (const paper of withoutContested(sound, all)) {
    const marks = [...idsOf(paper), titleKey(paper.title) || paper.title]
    const found = marks.map((mark) => groupOf.get(mark)).find(Boolean)
    const group = found ?? []
    if (!found) groups.push(group)
    group.push(paper)
    for (const mark of marks) groupOf.set(mark, group)
  }
  const merged = groups.map((group) => together(group, all))
  return { papers: merged, left: all.sort((a, b) => a.line - b.line) }
}

const idsOf = ({ arxiv, doi, paper }: Paper) =>
  [arxiv, doi?.toLowerCase(), paper].flatMap((id) => id ?? [])

/** The papers without the identifiers that a paper of another title has, too, and without the months that these told. */
function withoutContested(papers: readonly Paper[], left: Left[]): Paper[] {
  const own = papers.map((paper) => ({ ...paper }))
  const byId = Map.groupBy(
    own.flatMap((paper) => idsOf(paper).map((id) => ({ id, paper }))),
    ({ id }) => id,
  )
  for (const [id, claims] of byId) {
    const titles = [...new Map(claims.map(({ paper }) => [paper.title, paper])).values()]
    const rivalOf = (one: Paper) => titles.find((other) => !sameTitle(one.title, other.title))
    if (!titles.some(rivalOf)) continue
    for (const { paper } of claims) {
      const fact = paper.arxiv === id ? 'arxiv' : paper.paper === id ? 'paper' : 'doi'
      const month = fact === 'arxiv' && paper.published?.length === 7 && paper.published
      if (month) paper.published = undefined
      paper[fact] = undefined
      const rival = rivalOf(paper)
      const told = month ? ` and the month \`${month}\`` : ''
      const why = rival
        ? `line ${rival.line} gives it to ${shown(texTitle(rival.title))}`
        : 'two papers have it'
      const cure = fact === 'paper' ? '' : `; \`${addCommand(id)}\` asks whose it is`
      const what = `\`${id}\`${told} of ${shown(texTitle(paper.title), 200)}`
      left.push({ line: paper.line, what, why: why + cure })
    }
  }
  return own
}

/** What is known of a paper, with the facts that it lacks from elsewhere; and those of these facts that differ. */
export function filledFrom<T extends Paper>(
  best: T,
  other: Paper,
): { filled: T; differing: string[] } {
  const filled = { ...best }
  const differing: string[] = []
  for (const fact of paperFacts) {
    const [own, more] = [wordsOfFact(filled, fact), wordsOfFact(other, fact)]
    if (!own) Object.assign(filled, { [fact]: other[fact] })
    // A month is no other date than its day.
    else if (more && !own.startsWith(more)) differing.push(`${fact} \`${more}\``)
  }
  const words = ({ abstract }: Paper) => normaliseText(abstract.join(' '))
  if (filled.abstract.length === 0) filled.abstract = other.abstract
  else if (other.abstract.length > 0 && words(other) !== words(filled))
    differing.push(`abstract ${shown(words(other))}`)
  return { filled, differing }
}

/** All that a file says of one paper: the richest, with the facts that it lacks from the others. */
function together(group: readonly Paper[], left: Left[]): Paper {
  const wealth = (paper: Paper) =>
    paperFacts.filter((fact) => wordsOfFact(paper, fact)).length +
    (paper.abstract.length > 0 ? paperFacts.length : 0)
  const ordered = group.toSorted((a, b) => wealth(b) - wealth(a) || a.line - b.line)
  return ordered.reduce((best, other) => {
    const { filled, differing } = filledFrom(best, other)
    if (filled.paper && (filled.arxiv ?? filled.doi)) {
      differing.push(`paper \`${filled.paper}\``)
      filled.paper = undefined
    }
    const rest = differing.length > 0 ? `, with other facts: ${differing.join(', ')}` : ''
    const why = `line ${best.line} has the same paper${rest}`
    left.push({ line: other.line, what: shown(texTitle(other.title), 200), why })
    return filled
  })
}
