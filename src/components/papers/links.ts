import type { Entry } from '../../content/entry.ts'
import { namedLinks } from '../../exports/reference.ts'
import { arxivIdOf, doiAddress } from '../../model/identifier.ts'

/** A link from a paper's page to the paper or something that belongs to it. */
export interface PaperLink {
  /** The visible text: `PDF`. */
  text: string
  /** The accessible name: `PDF at arXiv`. */
  label: string
  address: string
}

const hosts: Record<string, string> = {
  'openreview.net': 'OpenReview',
  'aclanthology.org': 'ACL Anthology',
  'doi.org': 'DOI',
}

/** All links of an entry: the paper, its files, its publisher, then code, data and the like. */
export function paperLinks({
  paper,
  doi,
  links,
}: Pick<Entry, 'paper' | 'doi' | 'links'>): PaperLink[] {
  const arxiv = paper && arxivIdOf(paper)
  const found: PaperLink[] = []
  if (arxiv) {
    found.push(
      {
        text: `arXiv:${arxiv}`,
        label: `arXiv:${arxiv}`,
        address: `https://arxiv.org/abs/${arxiv}`,
      },
      { text: 'PDF', label: 'PDF at arXiv', address: `https://arxiv.org/pdf/${arxiv}` },
      { text: 'HTML', label: 'HTML at arXiv', address: `https://arxiv.org/html/${arxiv}` },
    )
  } else if (paper) {
    const host = new URL(paper).hostname.replace(/^www\./, '')
    const name = hosts[host] ?? host
    found.push({ text: name, label: `Paper at ${name}`, address: paper })
  }
  if (doi && paper !== doiAddress(doi))
    found.push({ text: 'DOI', label: `DOI ${doi}`, address: doiAddress(doi) })
  for (const [name, address] of namedLinks({ links }))
    found.push({ text: name, label: name, address })
  return found
}
