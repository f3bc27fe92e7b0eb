import { isSafeAddress } from '../model/address.ts'
import { arxivIdOf, canonicalPaperAddress, doiOf } from '../model/identifier.ts'
import type { EntryRule } from './rule.ts'
import { soundFacts } from './sound-facts.ts'
import { shown } from './words.ts'

/** The paper's address has its one form: arXiv's abstract page, OpenReview's forum, the Anthology's page; a DOI is bare. */
export const canonicalAddress: EntryRule = {
  name: 'canonical-address',
  *check(file) {
    const { paper, doi } = soundFacts(file)
    const { placeOf } = file.frontMatter
    if (paper) {
      const canonical = canonicalPaperAddress(paper)
      if (canonical !== paper && isSafeAddress(canonical)) {
        yield {
          ...placeOf(['paper']),
          message: `Unexpected form ${shown(paper)} of the paper's address, expected ${whatIsExpected(canonical)}. Write \`paper: ${canonical}\`.`,
        }
      }
    }
    if (doi === undefined) return
    const bare = doiOf(doi)
    if (arxivIdOf(doi)) {
      yield {
        ...placeOf(['doi']),
        message: `Unexpected arXiv DOI ${shown(doi)}, expected a publisher's. Take the line out; the paper's address says it already.`,
      }
    } else if (!bare) {
      yield {
        ...placeOf(['doi']),
        message: `Unexpected ${shown(doi)} in \`doi\`, expected a bare DOI. Write \`doi: 10.18653/v1/2024.emnlp-main.35\`, or take the line out.`,
      }
    } else if (bare !== doi) {
      yield {
        ...placeOf(['doi']),
        message: `Unexpected form ${shown(doi)} of the DOI, expected it bare. Write \`doi: ${bare}\`.`,
      }
    }
  },
}

function whatIsExpected(canonical: string): string {
  const { hostname = '' } = URL.parse(canonical) ?? {}
  if (hostname === 'arxiv.org') return "arXiv's abstract page without a version"
  if (hostname === 'openreview.net') return "OpenReview's forum page"
  if (hostname === 'aclanthology.org') return "the ACL Anthology's page"
  return 'the DOI at `https://doi.org/`'
}
