import {
  arxivIdOf,
  canonicalPaperAddress,
  doiOf,
  idFromTitle,
  titleKey,
} from '../model/identifier.ts'
import { agreesInTitle, type Identities } from '../model/identity.ts'
import { familyKey } from '../model/person.ts'
import { nearTitles } from '../similarity/near-titles.ts'
import type { EntryFile } from '../text/entry-file.ts'
import { type ListRule, type Remark, soundFacts } from './engine/rule.ts'
import { shown } from './engine/words.ts'

/** A paper as it is told from others. */
interface Known {
  file: EntryFile
  arxiv: string | undefined
  doi: string | undefined
  /** Its address, where it has neither id. */
  address: string | undefined
  /** Every title it has had, the present one first. */
  titles: readonly string[]
  surnames: ReadonlySet<string>
  /** Whether what is recorded of its id is another paper. */
  disagrees: boolean
}

/** What no two papers share, the surest first, and what messages call it. */
const ids = [
  ['arxiv', 'arXiv id'],
  ['doi', 'DOI'],
  ['address', 'address'],
] as const

type Found = Remark & { path: string }

/** What to say of two entries for one paper: the newer one is at fault. */
type Say = (newer: Known, older: Known) => { fact: (string | number)[]; what: string }

/** No paper has two entries: arXiv ids, DOIs and titles, earlier and nearly equal ones too, are compared across the list. */
export const onePaperOneEntry: ListRule = {
  name: 'one-paper-one-entry',
  sentence: 'No paper has two entries.',
  *check({ entries, looked }, { identities }) {
    const known = entries.filter(({ excess }) => !excess).map((file) => knownOf(file, identities))
    const spoken = new Set<string>()
    const once = function* (a: Known, b: Known, say: Say): Iterable<Found> {
      const [older, newer] = inOrder(a, b, looked)
      const [path, other] = [newer.file.path, older.file.path]
      const pair = `${other}\n${path}`
      if (spoken.has(pair) || path === other) return
      spoken.add(pair)
      const { fact, what } = say(newer, older)
      const message = `Unexpected ${what}, expected one entry a paper. Keep one entry, and write the other title under \`alsoTitled\`.`
      yield { ...newer.file.frontMatter.placeOf(fact), path, other, message }
    }
    const has = (older: Known) => `which ${shown(older.file.path, 200)} has already`
    for (const [kind, name] of ids) {
      for (const [a, b] of sharing(known, (paper) => [paper[kind] ?? []].flat())) {
        yield* once(a, b, (newer, older) => ({
          fact: [kind === 'doi' && soundFacts(newer.file).doi ? 'doi' : 'paper'],
          what: `${name} ${shown(newer[kind] ?? '')}, ${has(older)}`,
        }))
      }
    }
    for (const [a, b] of sharing(known, ({ titles }) => titles.map(titleKey).filter(Boolean))) {
      if (areTwoPapers(a, b)) continue
      yield* once(a, b, (newer, older) => {
        const keys = older.titles.map(titleKey)
        const at = newer.titles.findIndex((title) => keys.includes(titleKey(title)))
        const what = `title ${shown(newer.titles[at] ?? '', 120)}, ${has(older)}`
        return { fact: at <= 0 ? ['title'] : ['alsoTitled', at - 1], what }
      })
    }
    yield* formerIds(known)
    const titled = known.flatMap((owner) => owner.titles.map((title) => ({ title, owner })))
    const near = nearTitles(titled.map(({ title }) => title))
    for (const [at, one] of titled.entries()) {
      for (const place of near(one.title)) {
        const other = titled[place]
        if (!other || place >= at || areTwoPapers(one.owner, other.owner)) continue
        yield* once(other.owner, one.owner, (newer, older) => {
          const { title } = other.owner === newer ? one : other
          const where = shown(older.file.path, 200)
          return {
            fact: ['title'],
            what: `title, nearly the same as ${shown(title, 120)} in ${where}`,
          }
        })
      }
    }
  },
}

/** Former ids that another entry has, or had: two redirects cannot start at one address. */
function* formerIds(papers: readonly Known[]): Iterable<Found> {
  const owners = new Map(papers.map(({ file }) => [file.id, file]))
  for (const { file } of papers) {
    for (const [index, id] of (soundFacts(file).formerIds ?? []).entries()) {
      const owner = owners.get(id)
      owners.set(id, owner ?? file)
      if (!owner) continue
      const message = `Unexpected former id ${shown(id, 100)}, which belongs to ${shown(owner.path, 200)}, expected an id that no other entry has. Take it out.`
      const place = file.frontMatter.placeOf(['formerIds', index])
      yield { ...place, path: file.path, other: owner.path, message }
    }
  }
}

function knownOf(file: EntryFile, identities: Identities | undefined): Known {
  const { paper, doi, title, alsoTitled = [], authors = [] } = soundFacts(file)
  const arxiv = paper ? arxivIdOf(paper) : undefined
  const recorded = arxiv ? identities?.byArxiv.get(arxiv) : undefined
  return {
    file,
    arxiv,
    doi: (doi ? doiOf(doi) : paper && !arxiv ? doiOf(paper) : undefined)?.toLowerCase(),
    address: paper && !arxiv && !doiOf(paper) ? canonicalPaperAddress(paper) : undefined,
    disagrees: recorded !== undefined && !agreesInTitle({ title, alsoTitled }, recorded),
    titles: [...(title ? [title] : []), ...alsoTitled],
    surnames: new Set(authors.map(familyKey)),
  }
}

/** Pairs of papers that share a key; each with the first that has it. */
function* sharing(
  papers: readonly Known[],
  keysOf: (paper: Known) => readonly string[],
): Iterable<[Known, Known]> {
  const owners = new Map<string, Known>()
  for (const paper of papers) {
    for (const key of keysOf(paper)) {
      const owner = owners.get(key)
      if (!owner) owners.set(key, paper)
      else if (owner !== paper) yield [owner, paper]
    }
  }
}

/** Whether two papers of one title are told apart by their ids and by their authors. */
function areTwoPapers(a: Known, b: Known): boolean {
  const apart = (one: string | undefined, other: string | undefined) =>
    one && other && one !== other
  if (!apart(a.arxiv, b.arxiv) && !apart(a.doi, b.doi)) return false
  const both = a.surnames.size > 0 && b.surnames.size > 0
  return both && [...a.surnames].every((name) => !b.surnames.has(name))
}

/**
 * The entry that had the paper first, and the one that came later. Later is, in this order: one whose title is not that of
 * its id, one that somebody asked about, one that was added later, one that is not named after its title.
 */
function inOrder(a: Known, b: Known, looked?: ReadonlySet<string>): [Known, Known] {
  const rank = ({ file, titles, disagrees }: Known) =>
    [
      disagrees ? 1 : 0,
      looked?.has(file.path) ? 1 : 0,
      soundFacts(file).added ?? '9999',
      titles.some((title) => idFromTitle(title) === file.id) ? 0 : 1,
      file.path,
    ].join(' ')
  return rank(a) < rank(b) ? [a, b] : [b, a]
}
