import type { Entry } from '../../content/entry.ts'
import { namedLinks } from '../../exports/reference.ts'
import { arxivIdOf, doiAddress } from '../../model/identifier.ts'

/** A link from a paper's page to the paper or to something that belongs to it. */
export interface PaperLink {
  /** The visible text: `PDF`. */
  text: string
  /** The accessible name, if it says more: `PDF at arXiv`. */
  label?: string
  address: string
}

/** The names of sites by their hosts. */
const siteNames: Record<string, string> = {
  'openreview.net': 'OpenReview',
  'aclanthology.org': 'ACL Anthology',
  'doi.org': 'DOI',
}

/** Links to the paper at arXiv, or to its page elsewhere. */
function linksToPaper(paper: string): PaperLink[] {
  const arxiv = arxivIdOf(paper)
  if (arxiv)
    return [
      { text: `arXiv:${arxiv}`, address: `https://arxiv.org/abs/${arxiv}` },
      { text: 'PDF', label: 'PDF at arXiv', address: `https://arxiv.org/pdf/${arxiv}` },
      { text: 'HTML', label: 'HTML at arXiv', address: `https://arxiv.org/html/${arxiv}` },
    ]
  const host = new URL(paper).hostname.replace(/^www\./, '')
  const name = siteNames[host] ?? host
  return [{ text: name, label: `Paper at ${name}`, address: paper }]
}

/** All links of an entry: to the paper, to its publisher, then to code, data, models and projects. */
export function paperLinks({
  paper,
  doi,
  links,
}: Pick<Entry, 'paper' | 'doi' | 'links'>): PaperLink[] {
  const publisher = doi && doiAddress(doi)
  return [
    ...(paper ? linksToPaper(paper) : []),
    ...(publisher && paper !== publisher
      ? [{ text: 'DOI', label: `DOI ${doi}`, address: publisher }]
      : []),
    ...namedLinks({ links }).map(([text, address]) => ({ text, address })),
  ]
}
