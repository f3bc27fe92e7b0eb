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

/** Checks that the paper's address and its DOI are in their canonical form. */
export const canonicalAddress: EntryRule = {
  name: 'canonical-address',
  sentence:
    "Every paper has one address: arXiv's abstract page without a version, OpenReview's forum page, the ACL Anthology's page, or the DOI.",
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
    const fix = recorded
      ? `\`paper: https://arxiv.org/abs/${recorded}\`, which is recorded for the title`
      : "the paper's own id"
    return `arXiv id in ${shown(paper)}, expected one that exists: ${fault}. Write ${fix}.`
  }
  const canonical = canonicalPaperAddress(paper)
  const url = URL.parse(canonical)
  if (!url || !isSafeAddress(canonical)) return undefined
  const site = paperSites.find(({ host }) => host.test(url.hostname))
  if (canonical !== paper) {
    const expected = site?.expected ?? 'the DOI at `https://doi.org/`'
    return `form ${shown(paper)} of the paper's address, expected ${expected}. Write \`paper: ${canonical}\`.`
  }
  if (!site || site.paper.test(url.pathname + url.search)) return undefined
  return `address ${shown(paper)}, expected ${site.expected}. Write it as \`paper: ${site.example}\`.`
}

function messageForDoi(doi: string): string | undefined {
  const bare = doiOf(doi)
  if (arxivIdOf(doi)) {
    return `arXiv DOI ${shown(doi)}, expected a publisher's. Take the line out; the paper's address already has it.`
  }
  if (!bare || !isSafeAddress(doiAddress(bare))) {
    return `${shown(doi)} in \`doi\`, expected a DOI. Write \`doi: 10.1234/example.56\`, or take the line out.`
  }
  if (bare === doi) return undefined
  return `form ${shown(doi)} of the DOI, expected the DOI alone. Write \`doi: ${bare}\`.`
}

/** The canonical addresses of papers at the sites that publish most of them. */
const paperSites: readonly { host: RegExp; paper: RegExp; expected: string; example: string }[] = [
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
