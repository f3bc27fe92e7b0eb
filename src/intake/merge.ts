import { titleKey } from '../model/identifier.ts'
import { sameTitle } from '../similarity/near-titles.ts'
import { shown } from '../text/messages.ts'
import { normaliseText } from '../text/normalise.ts'
import { texTitle } from '../text/tex.ts'
import { withoutInvalidFields } from './entry.ts'
import {
  addCommand,
  factText,
  type Paper,
  type ParsedPapers,
  paperFacts,
  type Skipped,
} from './paper.ts'

/**
 * Makes the papers of a file valid and unique: removes fields that an entry must not have, removes identifiers that
 * papers with different titles share, and merges the records of one paper.
 */
export function mergePapers({ papers, skipped }: ParsedPapers): ParsedPapers {
  const all = [...skipped]
  const valid = papers.flatMap((paper) => withoutInvalidFields(paper, all) ?? [])
  const groups: Paper[][] = []
  const groupOf = new Map<string, Paper[]>()
  for (const paper of withoutSharedIds(valid, all)) {
    const keys = [...idsOf(paper), titleKey(paper.title) || paper.title]
    const found = keys.map((key) => groupOf.get(key)).find(Boolean)
    const group = found ?? []
    if (!found) groups.push(group)
    group.push(paper)
    for (const key of keys) groupOf.set(key, group)
  }
  const merged = groups.map((group) => mergeGroup(group, all))
  return { papers: merged, skipped: all.sort((a, b) => a.line - b.line) }
}

const idsOf = ({ arxiv, doi, paper }: Paper) =>
  [arxiv, doi?.toLowerCase(), paper].flatMap((id) => id ?? [])

/** The papers without identifiers that a paper with another title also has, and without the months taken from these. */
function withoutSharedIds(papers: readonly Paper[], skipped: Skipped[]): Paper[] {
  const copies = papers.map((paper) => ({ ...paper }))
  const byId = Map.groupBy(
    copies.flatMap((paper) => idsOf(paper).map((id) => ({ id, paper }))),
    ({ id }) => id,
  )
  for (const [id, uses] of byId) {
    const titled = [...new Map(uses.map(({ paper }) => [paper.title, paper])).values()]
    const rivalOf = (one: Paper) => titled.find((other) => !sameTitle(one.title, other.title))
    if (!titled.some(rivalOf)) continue
    for (const { paper } of uses) {
      const fact = paper.arxiv === id ? 'arxiv' : paper.paper === id ? 'paper' : 'doi'
      const month = fact === 'arxiv' && paper.published?.length === 7 && paper.published
      if (month) paper.published = undefined
      paper[fact] = undefined
      const rival = rivalOf(paper)
      const lost = `\`${id}\`${month ? ` and the month \`${month}\`` : ''}`
      const what = `${lost} of ${shown(texTitle(paper.title), 200)}`
      const why = rival
        ? `line ${rival.line} has it for ${shown(texTitle(rival.title))}`
        : 'papers with different titles have it'
      const fix = fact === 'paper' ? '' : `; \`${addCommand(id)}\` looks up whose it is`
      skipped.push({ line: paper.line, what, why: why + fix })
    }
  }
  return copies
}

/** Fills the missing facts of a paper from another record. `conflicts` are facts of the other record that differ. */
export function mergeFacts<T extends Paper>(
  best: T,
  other: Paper,
): { merged: T; conflicts: string[] } {
  const merged = { ...best }
  const conflicts: string[] = []
  for (const fact of paperFacts) {
    const [own, added] = [factText(merged, fact), factText(other, fact)]
    if (!own) Object.assign(merged, { [fact]: other[fact] })
    // A month agrees with a day in it.
    else if (added && !own.startsWith(added)) conflicts.push(`${fact} \`${added}\``)
  }
  const abstractOf = ({ abstract }: Paper) => normaliseText(abstract.join(' '))
  if (merged.abstract.length === 0) merged.abstract = other.abstract
  else if (other.abstract.length > 0 && abstractOf(other) !== abstractOf(merged))
    conflicts.push(`abstract ${shown(abstractOf(other))}`)
  return { merged, conflicts }
}

/** Merges the records of one paper. Facts of the record with the most facts take precedence. */
function mergeGroup(group: readonly Paper[], skipped: Skipped[]): Paper {
  const countFacts = (paper: Paper) =>
    paperFacts.filter((fact) => factText(paper, fact)).length +
    (paper.abstract.length > 0 ? paperFacts.length : 0)
  const ordered = group.toSorted((a, b) => countFacts(b) - countFacts(a) || a.line - b.line)
  return ordered.reduce((best, other) => {
    const { merged, conflicts } = mergeFacts(best, other)
    if (merged.paper && (merged.arxiv ?? merged.doi)) {
      conflicts.push(`paper \`${merged.paper}\``)
      merged.paper = undefined
    }
    const lost = conflicts.length > 0 ? `; left out here: ${conflicts.join(', ')}` : ''
    const why = `line ${best.line} has the same paper${lost}`
    skipped.push({ line: other.line, what: shown(texTitle(other.title), 200), why })
    return merged
  })
}
