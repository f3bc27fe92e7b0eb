import { arxivIdOf, canonicalPaperAddress, doiOf, idFromTitle } from '../model/identifier.ts'
import { type Identities, matchesTitle } from '../model/identity.ts'
import { familyKey } from '../model/person.ts'
import { nearTitles } from '../similarity/near-titles.ts'
import type { EntryFile } from '../text/entry-file.ts'
import { shown } from '../text/messages.ts'
import { type ListRule, type Remark, validFacts } from './engine/rule.ts'

/** A paper as it is told from others. */
interface KnownEntry {
  file: EntryFile
  arxiv: string | undefined
  doi: string | undefined
  /** Every title it has had, the present one first. */
  titles: readonly string[]
  surnames: ReadonlySet<string>
  /** The ids and addresses that no two papers share, the surest first, and the fact in which each stands. */
  ids: readonly { id: string; fact: string }[]
  /** Of two entries for one paper, the one with the lower rank had it first. */
  rank: string
}

/** No paper has two entries: arXiv ids, DOIs and titles, earlier and nearly equal ones too, are compared across the list. */
export const onePaperOneEntry: ListRule = {
  name: 'one-paper-one-entry',
  sentence: 'No paper has two entries.',
  *check({ entries, looked }, { identities }) {
    const papers = entries
      .filter(({ excess }) => !excess)
      .map((file) => knownOf(file, identities, looked))
      .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    const titled = papers.flatMap((owner) => owner.titles.map((title) => ({ title, owner })))
    const near = nearTitles(titled.map(({ title }) => title))
    const owners = new Map<string, KnownEntry>()
    const before = new Set<KnownEntry>()
    for (const paper of papers) {
      const { file, titles, ids } = paper
      const byId = ids.flatMap(({ id, fact }) => {
        const owner = owners.get(id)
        return owner ? [{ owner, fact: [fact], what: id }] : []
      })
      const byTitle = titles.flatMap((title, at) => {
        const like = near(title).map((place) => titled[place])
        const fact = at === 0 ? ['title'] : ['alsoTitled', at - 1]
        return like.flatMap((other) =>
          other && before.has(other.owner) && !areTwoPapers(other.owner, paper)
            ? [{ owner: other.owner, fact, what: `title much like ${shown(other.title, 120)}` }]
            : [],
        )
      })
      for (const { owner, fact, what } of [...byId, ...byTitle].slice(0, 1)) {
        const message = `Unexpected ${what}, which ${shown(owner.file.path, 200)} has already, expected one entry per paper. Keep one entry, and write the other title under \`alsoTitled\`.`
        const place = file.frontMatter.placeOf(fact)
        yield { ...place, path: file.path, other: owner.file.path, message }
      }
      for (const { id } of ids) if (!owners.has(id)) owners.set(id, paper)
      before.add(paper)
    }
    yield* formerIds(papers)
  },
}

/** Former ids that another entry has, or had: two redirects cannot start at one address. */
function* formerIds(papers: readonly KnownEntry[]): Iterable<Remark & { path: string }> {
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

function knownOf(
  file: EntryFile,
  identities: Identities | undefined,
  looked: ReadonlySet<string> | undefined,
): KnownEntry {
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
  // Later is one whose title is not that of its id, that somebody asked about, that was added later, that has another name.
  const isLater = [
    recorded !== undefined && !matchesTitle({ title, alsoTitled }, recorded),
    looked?.has(file.path) ?? false,
  ].map(Number)
  const isNamedAfter = titles.some((text) => idFromTitle(text) === file.id)
  return {
    file,
    arxiv,
    doi,
    titles,
    surnames: new Set(authors.map(familyKey)),
    ids,
    rank: [...isLater, added ?? '9999', isNamedAfter ? 0 : 1, file.path].join(' '),
  }
}

/** Whether two papers of one title are told apart by their ids and by their authors. */
function areTwoPapers(a: KnownEntry, b: KnownEntry): boolean {
  const apart = (one: string | undefined, other: string | undefined) =>
    one && other && one !== other
  if (!apart(a.arxiv, b.arxiv) && !apart(a.doi, b.doi)) return false
  const both = a.surnames.size > 0 && b.surnames.size > 0
  return both && [...a.surnames].every((name) => !b.surnames.has(name))
}
