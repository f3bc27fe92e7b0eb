import { isSafeAddress } from '../model/address.ts'
import {
  arxivFault,
  arxivIdOf,
  arxivMonth,
  canonicalPaperAddress,
  doiAddress,
  doiOf,
  titleKey,
} from '../model/identifier.ts'
import { shown } from '../text/messages.ts'
import { type EntryRule, validFacts } from './engine/rule.ts'

/** The paper's address has its one form: arXiv's abstract page, OpenReview's forum, the Anthology's page; a DOI is bare. */
export const canonicalAddress: EntryRule = {
  name: 'canonical-address',
  sentence:
    "One paper, one address: arXiv's abstract page without a version, OpenReview's forum page, the ACL Anthology's page, or the DOI.",
  *check(file, { today, identities }) {
    const { title = '', paper, doi } = validFacts(file)
    const { placeOf } = file.frontMatter
    const ofPaper =
      paper && messageForPaper(paper, today, identities?.byTitle.get(titleKey(title))?.arxiv)
    if (ofPaper) yield { ...placeOf(['paper']), message: `Unexpected ${ofPaper}` }
    const ofDoi = doi && messageForDoi(doi)
    if (ofDoi) yield { ...placeOf(['doi']), message: `Unexpected ${ofDoi}` }
  },
}

function messageForPaper(
  paper: string,
  today: string,
  recorded: string | null | undefined,
): string | undefined {
  const arxiv = arxivIdOf(paper)
  const month = arxiv && arxivMonth(arxiv)
  const fault = month && month > today ? `\`${month}\` has not begun yet` : arxivFault(paper)
  if (fault)
    return `arXiv id in ${shown(paper)}, expected one that arXiv has given: ${fault}. Write ${recorded ? `\`paper: https://arxiv.org/abs/${recorded}\`, which is recorded for the title` : "the paper's own"}.`
  const canonical = canonicalPaperAddress(paper)
  if (canonical !== paper && isSafeAddress(canonical)) {
    return `form ${shown(paper)} of the paper's address, expected ${placeOfPapers(canonical)?.expected ?? 'the DOI at `https://doi.org/`'}. Write \`paper: ${canonical}\`.`
  }
  return isSafeAddress(paper) ? messageForNoPaper(paper) : undefined
}

function messageForDoi(doi: string): string | undefined {
  const bare = doiOf(doi)
  if (arxivIdOf(doi)) {
    return `arXiv DOI ${shown(doi)}, expected a publisher's. Take the line out; the paper's address says it already.`
  }
  if (!bare || !isSafeAddress(doiAddress(bare))) {
    return `${shown(doi)} in \`doi\`, expected a bare DOI. Write \`doi: 10.1234/example.56\`, or take the line out.`
  }
  if (bare === doi) return undefined
  return `form ${shown(doi)} of the DOI, expected it bare. Write \`doi: ${bare}\`.`
}

/** The addresses of papers at the places that have many, each with an example. */
const papersAt: readonly { host: RegExp; paper: RegExp; expected: string; example: string }[] = [
  {
    host: /(?:^|\.)arxiv\.org$/,
    paper: /^\/abs\/(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})$/i,
    expected: "arXiv's abstract page without a version",
    example: 'https://arxiv.org/abs/2410.01234',
  },
  {
    host: /^openreview\.net$/,
    paper: /^\/forum\?id=[\w-]+$/,
    expected: "OpenReview's forum page",
    example: 'https://openreview.net/forum?id=…',
  },
  {
    host: /^aclanthology\.org$/,
    paper: /^\/[A-Z\d][\w.-]*\d\/$/,
    expected: "the ACL Anthology's page",
    example: 'https://aclanthology.org/2024.acl-long.1/',
  },
]

function placeOfPapers(address: string) {
  const hostname = URL.parse(address)?.hostname.replace(/^www\./, '') ?? ''
  return papersAt.find(({ host }) => host.test(hostname))
}

/** The fault of an address at one of those places that leads to no paper there. */
function messageForNoPaper(address: string): string | undefined {
  const { pathname, search } = new URL(address)
  const place = placeOfPapers(address)
  if (!place || place.paper.test(pathname + search)) return undefined
  return `address ${shown(address)}, expected ${place.expected}. Write it as \`paper: ${place.example}\`.`
}
