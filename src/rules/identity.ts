import { arxivIdOf, canonicalPaperAddress, doiOf, titleKey } from '../model/identifier.ts'
import { agreesInTitle, type Identities, type Identity } from '../model/identity.ts'
import type { EntryRule, Remark } from './engine/rule.ts'
import { soundFacts } from './engine/sound-facts.ts'
import { shown } from './engine/words.ts'

/** The address leads to this paper and no other: title, authors and DOI agree with what is recorded for it upstream. */
export const identity: EntryRule = {
  name: 'identity',
  sentence: 'The address leads to this paper and to no other.',
  *check(file, { identities, gaps }) {
    if (!identities) return
    const { placeOf } = file.frontMatter
    const { title, alsoTitled = [], authors, paper, doi } = soundFacts(file)
    const arxiv = paper && arxivIdOf(paper)
    const bareDoi = doi ? doiOf(doi) : paper && doiOf(paper)
    const id = arxiv ?? bareDoi
    const elsewhere =
      title && paper && sayOfElsewhere(paper, identities.byTitle.get(titleKey(title)))
    if (elsewhere) yield { ...placeOf(['paper']), message: elsewhere }
    if (!id) return
    const recorded = arxiv ? identities.byArxiv.get(arxiv) : identities.byDoi.get(id.toLowerCase())
    const place = placeOf([arxiv || !doi ? 'paper' : 'doi'])
    const what = arxiv ? `arXiv id \`${id}\`` : `DOI \`${id}\``
    if (!title) return
    const keys = [title, ...alsoTitled].map(titleKey)
    if (!recorded) {
      const same = keys.flatMap((key) => identities.byTitle.get(key) ?? [])[0]
      // Elsewhere than in the list itself nobody has recorded anything yet.
      if (same || gaps) yield { ...place, message: sayOfUnknown(what, id, same) }
      return
    }
    if (!agreesInTitle({ title, alsoTitled }, recorded)) {
      yield {
        ...place,
        message: `Unexpected ${what}, under which ${shown(recorded.title, 120)} is recorded, expected the id of ${shown(title, 120)}. Write this paper's own, or its recorded title.`,
      }
      return
    }
    if (isLoud(title) && !isLoud(recorded.title)) {
      yield { ...placeOf(['title']), message: sayOfCapitals(title, recorded) }
    }
    if (authors) {
      const message = sayOfAuthors(authors, recorded, what)
      if (message) {
        yield { ...placeOf(['authors', differing(authors, recorded)]), message }
      }
    }
    yield* ofDoi(doi, recorded, what, identities, placeOf(['doi']))
  },
}

function sayOfUnknown(what: string, id: string, same: Identity | undefined): string {
  const known = same?.arxiv ?? same?.doi
  return known
    ? `Unexpected ${what}, expected \`${known}\`, which is recorded for ${shown(same?.title ?? '', 120)}. Write \`${known}\`, or run \`npm run add -- ${id}\` where it is another paper.`
    : `Unexpected ${what}, of which nothing is recorded, expected an id whose title and authors are. Run \`npm run add -- ${id}\`, or ask a curator to.`
}

/** Of a paper that is recorded at arXiv, a page that is neither arXiv's nor a place of papers in its own right. */
function sayOfElsewhere(paper: string, recorded: Identity | undefined): string | undefined {
  if (!recorded?.arxiv || arxivIdOf(paper) || doiOf(paper)) return undefined
  if (
    /^https?:\/\/(?:www\.)?(?:openreview\.net|aclanthology\.org)\//i.test(
      canonicalPaperAddress(paper),
    )
  )
    return undefined
  return `Unexpected address ${shown(paper)}, expected arXiv's, which is recorded for ${shown(recorded.title, 120)}. Write \`paper: https://arxiv.org/abs/${recorded.arxiv}\`.`
}

const isLoud = (title: string) => /\p{Lu}{4}/u.test(title) && !/\p{Ll}/u.test(title)

function sayOfCapitals(title: string, recorded: Identity): string {
  return `Unexpected capitals in \`title\` ${shown(title, 60)}, expected the title as it is recorded. Write ${shown(`title: "${recorded.title}"`, 200)}.`
}

/** Whether two names can be one person's: the surname and the first letter are the same, so that initials will do. */
function isSameName(name: string, other: string): boolean {
  return surname(name) === surname(other) && titleKey(name)[0] === titleKey(other)[0]
}

/** The surname as it is compared: the last word, without diacritics and case. */
function surname(author: string): string {
  const words = author
    .replace(/,?\s+(?:Jr\.?|Sr\.?|I{2,3}|IV)$/, '')
    .trim()
    .split(/\s+/)
  return titleKey(words.at(-1) ?? author)
}

function differing(authors: readonly string[], recorded: Identity): number {
  const at = authors.findIndex(
    (author, index) => !isSameName(author, recorded.authors[index] ?? ''),
  )
  return at < 0 ? authors.length - 1 : at
}

function sayOfAuthors(
  authors: readonly string[],
  recorded: Identity,
  what: string,
): string | undefined {
  const at = authors.findIndex(
    (author, index) => !isSameName(author, recorded.authors[index] ?? ''),
  )
  const upstream = recorded.authors[at]
  if (at >= 0 && upstream !== undefined) {
    return `Unexpected author ${shown(authors[at] ?? '')}, expected ${shown(upstream)}, who is recorded in this place for ${what}. Write \`${upstream}\`.`
  }
  if (at < 0 && authors.length === recorded.authors.length) return undefined
  const count = recorded.authors.length
  const next = recorded.authors[authors.length]
  return next
    ? `Unexpected end of the authors after ${authors.length}, expected the ${count} who are recorded for ${what}. Write ${shown(next)} next.`
    : `Unexpected author ${shown(authors[at] ?? '')}, expected the ${count} who are recorded for ${what}. Take the name out.`
}

function* ofDoi(
  doi: string | undefined,
  recorded: Identity,
  what: string,
  { byDoi }: Identities,
  place: { line: number; column: number },
): Iterable<Remark> {
  const bare = doi && doiOf(doi)?.toLowerCase()
  if (!bare || arxivIdOf(bare)) return
  const owner = byDoi.get(bare)
  if (recorded.doi && recorded.doi.toLowerCase() !== bare) {
    yield {
      ...place,
      message: `Unexpected DOI ${shown(doi)}, expected \`${recorded.doi}\`, which is recorded for ${what}. Write \`doi: ${recorded.doi}\`.`,
    }
  } else if (owner && owner !== recorded) {
    yield {
      ...place,
      message: `Unexpected DOI ${shown(doi)}, under which ${shown(owner.title, 120)} is recorded, expected this paper's own. Write it, or take the line out.`,
    }
  }
}
