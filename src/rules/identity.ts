import { arxivIdOf, canonicalPaperAddress, doiOf, titleKey } from '../model/identifier.ts'
import { type Identities, type Identity, matchesTitle } from '../model/identity.ts'
import { authorName, familyKey } from '../model/person.ts'
import type { EntryFile } from '../text/entry-file.ts'
import { shown } from '../text/messages.ts'
import { type EntryRule, validFacts } from './engine/rule.ts'

/** The address leads to this paper and no other: title, authors and DOI agree with what is recorded for it upstream. */
export const identity: EntryRule = {
  name: 'identity',
  sentence: 'The address leads to this paper and to no other.',
  *check(file, { identities }) {
    const { placeOf } = file.frontMatter
    const { title, alsoTitled = [], authors = [], paper, doi } = validFacts(file)
    if (!identities || !title) return
    const elsewhere = paper && messageForElsewhere(paper, identities.byTitle.get(titleKey(title)))
    if (elsewhere) yield { ...placeOf(['paper']), message: elsewhere }
    const { arxiv, id } = idsOf({ paper, doi })
    if (!id) return
    const place = placeOf([arxiv || !doi ? 'paper' : 'doi'])
    const what = arxiv ? `arXiv id \`${id}\`` : `DOI \`${id}\``
    const recorded = recordOf({ arxiv, id }, identities)
    if (!recorded) {
      const same = [title, ...alsoTitled].flatMap(
        (one) => identities.byTitle.get(titleKey(one)) ?? [],
      )[0]
      // An id of which nothing is recorded is no fault: `unrecordedId` tells it.
      const known = same?.arxiv ?? same?.doi
      if (!same || !known) return
      const message = `Unexpected ${what}, expected \`${known}\`, which is recorded for ${shown(same.title, 120)}. Write \`${known}\`, or run \`npm run add -- ${id}\` where it is another paper.`
      yield { ...place, message }
      return
    }
    if (!matchesTitle({ title, alsoTitled }, recorded)) {
      const message = `Unexpected ${what}, under which ${shown(recorded.title, 120)} is recorded, expected the id of ${shown(title, 120)}. Write this paper's own, or its recorded title.`
      yield { ...place, message }
      return
    }
    if (isInCapitals(title) && !isInCapitals(recorded.title)) {
      const message = `Unexpected capitals in \`title\` ${shown(title, 60)}, expected the title as it is recorded. Write ${shown(`title: "${recorded.title}"`, 200)}.`
      yield { ...placeOf(['title']), message }
    }
    const wrong = authors.length > 0 && wrongAuthor(authors.map(authorName), recorded, what)
    if (wrong) yield { ...placeOf(['authors', wrong.at]), message: wrong.message }
    const message = messageForDoi(doi, recorded, what, identities)
    if (message) yield { ...placeOf(['doi']), message }
  },
}

const isInCapitals = (title: string) => /\p{Lu}{4}/u.test(title) && !/\p{Ll}/u.test(title)

/** The ids by which a paper is looked up: arXiv's, or else a DOI. */
function idsOf({ paper, doi }: { paper?: string | undefined; doi?: string | undefined }) {
  const arxiv = paper ? arxivIdOf(paper) : undefined
  return { arxiv, id: arxiv ?? (doi ? doiOf(doi) : paper && doiOf(paper)) }
}

function recordOf({ arxiv, id = '' }: ReturnType<typeof idsOf>, identities: Identities) {
  return arxiv ? identities.byArxiv.get(arxiv) : identities.byDoi.get(id.toLowerCase())
}

/** The id of an entry of which nothing is recorded yet: a notice for the curator, who records it. */
export function unrecordedId(
  file: EntryFile,
  identities: Identities | undefined,
): string | undefined {
  const ids = idsOf(validFacts(file))
  return identities && ids.id && !recordOf(ids, identities) ? ids.id : undefined
}

/** What to say where a paper is recorded at arXiv and the address leads neither there nor to another place of papers. */
function messageForElsewhere(paper: string, recorded: Identity | undefined): string | undefined {
  const ofPapers = /^https?:\/\/(?:www\.)?(?:openreview\.net|aclanthology\.org)\//i
  if (!recorded?.arxiv || arxivIdOf(paper) || doiOf(paper)) return undefined
  if (ofPapers.test(canonicalPaperAddress(paper))) return undefined
  return `Unexpected address ${shown(paper)}, expected arXiv's, which is recorded for ${shown(recorded.title, 120)}. Write \`paper: https://arxiv.org/abs/${recorded.arxiv}\`.`
}

/** Whether two names can be one person's: the surname and the first letter are the same, so that initials will do. */
function isSameName(name: string, other: string): boolean {
  return familyKey(name) === familyKey(other) && titleKey(name)[0] === titleKey(other)[0]
}

/** The first author who is not the one recorded in this place, and what to say of it. */
function wrongAuthor(
  authors: readonly string[],
  { authors: recorded }: Identity,
  what: string,
): { at: number; message: string } | undefined {
  const differs = authors.findIndex((name, at) => !isSameName(name, recorded[at] ?? ''))
  const at = differs < 0 ? authors.length : differs
  const [name, upstream] = [authors[at], recorded[at]]
  if (!name && !upstream) return undefined
  const found = name ? `author ${shown(name)}` : `end of the authors after ${at}`
  const expected = upstream
    ? `${shown(upstream)}, who is recorded in this place`
    : `the ${recorded.length} who are recorded`
  const cure = upstream ? `Write ${shown(upstream)}.` : 'Take the name out.'
  const message = `Unexpected ${found}, expected ${expected} for ${what}. ${cure}`
  return { at: Math.min(at, authors.length - 1), message }
}

function messageForDoi(
  doi: string | undefined,
  recorded: Identity,
  what: string,
  { byDoi }: Identities,
): string | undefined {
  const bare = doi && doiOf(doi)?.toLowerCase()
  if (!bare || arxivIdOf(bare)) return undefined
  if (recorded.doi && recorded.doi.toLowerCase() !== bare) {
    return `Unexpected DOI ${shown(doi)}, expected \`${recorded.doi}\`, which is recorded for ${what}. Write \`doi: ${recorded.doi}\`.`
  }
  const owner = byDoi.get(bare)
  return owner && owner !== recorded
    ? `Unexpected DOI ${shown(doi)}, under which ${shown(owner.title, 120)} is recorded, expected this paper's own. Write it, or take the line out.`
    : undefined
}
