import { arxivIdOf, canonicalPaperAddress, doiOf, titleKey } from '../model/identifier.ts'
import { type Identities, type Identity, matchesTitle } from '../model/identity.ts'
import { authorName, familyKey } from '../model/person.ts'
import type { EntryFile } from '../text/entry-file.ts'
import { shown } from '../text/messages.ts'
import { type EntryRule, validFacts } from './engine/rule.ts'

/** Checks that title, authors and DOI agree with those that are recorded for the paper's arXiv id or DOI. */
export const identity: EntryRule = {
  name: 'identity',
  sentence: 'The address leads to this paper, and not to another.',
  *check(file, { identities }) {
    const { placeOf } = file.frontMatter
    const { title, alsoTitled = [], authors = [], paper, doi } = validFacts(file)
    if (!identities || !title) return
    const ofPaper = paper && messageForPaper(paper, identities.byTitle.get(titleKey(title)))
    if (ofPaper) yield { ...placeOf(['paper']), message: ofPaper }
    const { arxiv, id } = idsOf({ paper, doi })
    if (!id) return
    const place = placeOf([arxiv || !doi ? 'paper' : 'doi'])
    const name = arxiv ? `arXiv id \`${id}\`` : `DOI \`${id}\``
    const recorded = recordOf({ arxiv, id }, identities)
    if (!recorded) {
      const sameTitle = [title, ...alsoTitled].flatMap(
        (one) => identities.byTitle.get(titleKey(one)) ?? [],
      )[0]
      // An id that is not recorded is not an error. `unrecordedId` returns it for a notice.
      const known = sameTitle?.arxiv ?? sameTitle?.doi
      if (!sameTitle || !known) return
      const message = `Unexpected ${name}, expected \`${known}\`, which is recorded for ${shown(sameTitle.title, 120)}. Write \`${known}\`, or run \`npm run add -- ${id}\` if this is another paper.`
      yield { ...place, message }
      return
    }
    if (!matchesTitle({ title, alsoTitled }, recorded)) {
      const message = `Unexpected ${name}, under which ${shown(recorded.title, 120)} is recorded, expected the id of ${shown(title, 120)}. Write the id of this paper, or its recorded title.`
      yield { ...place, message }
      return
    }
    if (isInCapitals(title) && !isInCapitals(recorded.title)) {
      const message = `Unexpected capitals in \`title\` ${shown(title, 60)}, expected the title as it is recorded. Write ${shown(`title: "${recorded.title}"`, 200)}.`
      yield { ...placeOf(['title']), message }
    }
    const wrong = authors.length > 0 && wrongAuthor(authors.map(authorName), recorded, name)
    if (wrong) yield { ...placeOf(['authors', wrong.at]), message: wrong.message }
    const message = messageForDoi(doi, recorded, name, identities)
    if (message) yield { ...placeOf(['doi']), message }
  },
}

const isInCapitals = (title: string) => /\p{Lu}{4}/u.test(title) && !/\p{Ll}/u.test(title)

/** The arXiv id of a paper if it has one, and the id under which it is looked up: the arXiv id, or else the DOI. */
function idsOf({ paper, doi }: { paper?: string | undefined; doi?: string | undefined }) {
  const arxiv = paper ? arxivIdOf(paper) : undefined
  return { arxiv, id: arxiv ?? (doi ? doiOf(doi) : paper && doiOf(paper)) }
}

function recordOf({ arxiv, id = '' }: ReturnType<typeof idsOf>, identities: Identities) {
  return arxiv ? identities.byArxiv.get(arxiv) : identities.byDoi.get(id.toLowerCase())
}

/** Returns the id of an entry for which nothing is recorded yet, so that a curator can be asked to record it. */
export function unrecordedId(
  file: EntryFile,
  identities: Identities | undefined,
): string | undefined {
  const ids = idsOf(validFacts(file))
  return identities && ids.id && !recordOf(ids, identities) ? ids.id : undefined
}

/**
 * Returns the message for a paper that is recorded on arXiv although its address is neither on arXiv, OpenReview or the ACL
 * Anthology nor a DOI.
 */
function messageForPaper(paper: string, recorded: Identity | undefined): string | undefined {
  const otherSites = /^https?:\/\/(?:www\.)?(?:openreview\.net|aclanthology\.org)\//i
  if (!recorded?.arxiv || arxivIdOf(paper) || doiOf(paper)) return undefined
  if (otherSites.test(canonicalPaperAddress(paper))) return undefined
  return `Unexpected address ${shown(paper)}, expected arXiv's, which is recorded for ${shown(recorded.title, 120)}. Write \`paper: https://arxiv.org/abs/${recorded.arxiv}\`.`
}

/** Whether two names may be the same person's: the family name and the first letter are equal. */
function isSameName(name: string, other: string): boolean {
  return familyKey(name) === familyKey(other) && titleKey(name)[0] === titleKey(other)[0]
}

/** Returns the index of the first author who differs from the recorded authors, and a message. */
function wrongAuthor(
  authors: readonly string[],
  { authors: recorded }: Identity,
  name: string,
): { at: number; message: string } | undefined {
  const differs = authors.findIndex((name, at) => !isSameName(name, recorded[at] ?? ''))
  const at = differs < 0 ? authors.length : differs
  const [author, expectedAuthor] = [authors[at], recorded[at]]
  if (!author && !expectedAuthor) return undefined
  const found = author ? `author ${shown(author)}` : `end of the authors after ${at}`
  const expected = expectedAuthor
    ? `${shown(expectedAuthor)}, who is recorded in this position`
    : `only the ${recorded.length} who are recorded`
  const fix = expectedAuthor ? `Write ${shown(expectedAuthor)}.` : 'Take the name out.'
  const message = `Unexpected ${found}, expected ${expected} for ${name}. ${fix}`
  return { at: Math.min(at, authors.length - 1), message }
}

function messageForDoi(
  doi: string | undefined,
  recorded: Identity,
  name: string,
  { byDoi }: Identities,
): string | undefined {
  const bare = doi && doiOf(doi)?.toLowerCase()
  if (!bare || arxivIdOf(bare)) return undefined
  if (recorded.doi && recorded.doi.toLowerCase() !== bare) {
    return `Unexpected DOI ${shown(doi)}, expected \`${recorded.doi}\`, which is recorded for ${name}. Write \`doi: ${recorded.doi}\`.`
  }
  const owner = byDoi.get(bare)
  return owner && owner !== recorded
    ? `Unexpected DOI ${shown(doi)}, under which ${shown(owner.title, 120)} is recorded, expected this paper's own. Write it, or take the line out.`
    : undefined
}
