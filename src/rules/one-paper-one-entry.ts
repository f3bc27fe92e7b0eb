import { arxivIdOf, canonicalPaperAddress, doiOf, idFromTitle } from '../model/identifier.ts'
import { type Identities, matchesTitle } from '../model/identity.ts'
import { familyKey } from '../model/person.ts'
import { nearTitles } from '../similarity/near-titles.ts'
import type { EntryFile } from '../text/entry-file.ts'
import { shown } from '../text/messages.ts'
import { type ListRule, type Problem, validFacts } from './engine/rule.ts'

/** An entry with the facts by which it is compared with others. */
interface ComparedEntry {
  file: EntryFile
  arxiv: string | undefined
  doi: string | undefined
  /** All its titles, the current one first. */
  titles: readonly string[]
  surnames: ReadonlySet<string>
  /** Its unique ids and addresses, the most reliable first, each with the fact that has it. */
  ids: readonly { id: string; fact: string }[]
  /** Of two entries for the same paper, the one with the higher rank is reported as the duplicate. */
  rank: string
}

/** Compares arXiv ids, DOIs, addresses and titles across the list to find duplicates. Earlier and similar titles count. */
export const onePaperOneEntry: ListRule = {
  name: 'one-paper-one-entry',
  sentence: 'No paper has two entries.',
  *check({ entries, requested }, { identities }) {
    const papers = entries
      .filter(({ excess }) => !excess)
      .map((file) => comparedEntry(file, identities, requested))
      .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    const titled = papers.flatMap((owner) => owner.titles.map((title) => ({ title, owner })))
    const near = nearTitles(titled.map(({ title }) => title))
    const owners = new Map<string, ComparedEntry>()
    const previous = new Set<ComparedEntry>()
    for (const paper of papers) {
      const { file, titles, ids } = paper
      const byId = ids.flatMap(({ id, fact }) => {
        const owner = owners.get(id)
        return owner ? [{ owner, fact: [fact], what: id }] : []
      })
      const byTitle = titles.flatMap((title, at) => {
        const similar = near(title).map((at) => titled[at])
        const fact = at === 0 ? ['title'] : ['alsoTitled', at - 1]
        return similar.flatMap((other) =>
          other && previous.has(other.owner) && !areDistinct(other.owner, paper)
            ? [{ owner: other.owner, fact, what: `title similar to ${shown(other.title, 120)}` }]
            : [],
        )
      })
      const [duplicate] = [...byId, ...byTitle]
      if (duplicate) {
        const { owner, fact, what } = duplicate
        const message = `Unexpected ${what}, which ${shown(owner.file.path, 200)} already has, expected one entry per paper. Keep one entry, and write the other title under \`alsoTitled\`.`
        const place = file.frontMatter.placeOf(fact)
        yield { ...place, path: file.path, other: owner.file.path, message }
      }
      for (const { id } of ids) if (!owners.has(id)) owners.set(id, paper)
      previous.add(paper)
    }
    yield* formerIds(papers)
  },
}

/** Yields a problem for each former id that another entry also has or had, because an address can redirect to only one page. */
function* formerIds(papers: readonly ComparedEntry[]): Iterable<Problem & { path: string }> {
  const owners = new Map(papers.map(({ file }) => [file.id, file]))
  for (const { file } of papers) {
    for (const [index, id] of (validFacts(file).formerIds ?? []).entries()) {
      const owner = owners.get(id)
      owners.set(id, owner ?? file)
      if (!owner) continue
      const message = `Unexpected former id ${shown(id, 100)}, which belongs to ${shown(owner.path, 200)}, expected an id that no other entry has. Take it out.`
      const place = file.frontMatter.placeOf(['formerIds', index])
      yield { ...place, path: file.path, other: owner.path, message }
    }
  }
}

function comparedEntry(
  file: EntryFile,
  identities: Identities | undefined,
  requested: ReadonlySet<string> | undefined,
): ComparedEntry {
  const { paper, doi: ownDoi, title, alsoTitled = [], authors = [], added } = validFacts(file)
  const arxiv = paper ? arxivIdOf(paper) : undefined
  const doi = (ownDoi ? doiOf(ownDoi) : paper && !arxiv ? doiOf(paper) : undefined)?.toLowerCase()
  const address = paper && !arxiv && !doiOf(paper) ? canonicalPaperAddress(paper) : undefined
  const titles = [...(title ? [title] : []), ...alsoTitled]
  const ids = Object.entries({ 'arXiv id': arxiv, DOI: doi, address }).flatMap(([name, id]) => {
    const fact = name === 'DOI' && ownDoi ? 'doi' : 'paper'
    return id ? [{ id: `${name} ${shown(id)}`, fact }] : []
  })
  const recorded = arxiv ? identities?.byArxiv.get(arxiv) : undefined
  // In the order of importance: whether the title is not that recorded for the id, and whether the check was run for this file.
  const isSuspect = [
    recorded !== undefined && !matchesTitle({ title, alsoTitled }, recorded),
    requested?.has(file.path) ?? false,
  ].map(Number)
  const isNamedAfter = titles.some((text) => idFromTitle(text) === file.id)
  return {
    file,
    arxiv,
    doi,
    titles,
    surnames: new Set(authors.map(familyKey)),
    ids,
    rank: [...isSuspect, added ?? '9999', isNamedAfter ? 0 : 1, file.path].join(' '),
  }
}

/** Whether two entries with similar titles are different papers: an id differs, and they have no author in common. */
function areDistinct(a: ComparedEntry, b: ComparedEntry): boolean {
  const differ = (one: string | undefined, other: string | undefined) =>
    one && other && one !== other
  if (!differ(a.arxiv, b.arxiv) && !differ(a.doi, b.doi)) return false
  const haveAuthors = a.surnames.size > 0 && b.surnames.size > 0
  return haveAuthors && [...a.surnames].every((name) => !b.surnames.has(name))
}
