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
  if (fault) {
    const own = recorded
      ? `\`paper: https://arxiv.org/abs/${recorded}\`, which is recorded for the title`
      : "the paper's own"
    return `arXiv id in ${shown(paper)}, expected one that arXiv has given: ${fault}. Write ${own}.`
  }
  const canonical = canonicalPaperAddress(paper)
  const url = URL.parse(canonical)
  if (!url || !isSafeAddress(canonical)) return undefined
  const place = papersAt.find(({ host }) => host.test(url.hostname))
  if (canonical !== paper) {
    const expected = place?.expected ?? 'the DOI at `https://doi.org/`'
    return `form ${shown(paper)} of the paper's address, expected ${expected}. Write \`paper: ${canonical}\`.`
  }
  if (!place || place.paper.test(url.pathname + url.search)) return undefined
  return `address ${shown(paper)}, expected ${place.expected}. Write it as \`paper: ${place.example}\`.`
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
    host: /^(?:www\.)?openreview\.net$/,
    paper: /^\/forum\?id=[\w-]+$/,
    expected: "OpenReview's forum page",
    example: 'https://openreview.net/forum?id=…',
  },
  {
    host: /^(?:www\.)?aclanthology\.org$/,
    paper: /^\/[A-Z\d][\w.-]*\d\/$/,
    expected: "the ACL Anthology's page",
    example: 'https://aclanthology.org/2024.acl-long.1/',
  },
]
