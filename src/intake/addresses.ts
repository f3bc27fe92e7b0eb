import { isSafeAddress } from '../model/address.ts'
import { arxivFault, arxivIdOf, doiOf } from '../model/identifier.ts'
import { decodeEntities } from '../text/escapes.ts'
import { plainAddress } from '../text/tex-links.ts'

/** An arXiv identifier, a DOI or a web address in a text; or something that looks like one but is invalid. */
export interface FoundAddress {
  kind: 'arxiv' | 'doi' | 'address' | 'invalid arxiv' | 'invalid'
  /** The bare identifier or the address; if it is invalid, as it was written. */
  id: string
  /** Why it is invalid, as a predicate. */
  why?: string
}

/** Well-known hosts by what they hold. Their subdomains count, too. */
const hosts = {
  paper:
    'openreview.net aclanthology.org aclweb.org proceedings.mlr.press jmlr.org neurips.cc nips.cc openaccess.thecvf.com ojs.aaai.org dl.acm.org ieeexplore.ieee.org link.springer.com nature.com science.org isca-archive.org ecva.net papers.ssrn.com semanticscholar.org usenix.org ndss-symposium.org biorxiv.org',
  'paper or more': 'psyarxiv.com osf.io cdn.openai.com',
  // Never linked: papers on these are known by their identifiers, and videos are not imported.
  neither: 'arxiv.org doi.org youtube.com youtu.be',
  code: 'github.com gitlab.com bitbucket.org codeberg.org gitee.com anonymous.4open.science',
  data: 'zenodo.org kaggle.com physionet.org',
  project: 'github.io gitlab.io pages.dev hf.space',
  // Holds all of these; the path shows which.
  hub: 'huggingface.co hf.co',
} as const
type HostKind = keyof typeof hosts

/** What the host of an address holds; undefined for hosts that are not well known. */
export function hostKind(address: string): HostKind | undefined {
  const host = `.${URL.parse(address)?.hostname.toLowerCase() ?? ''}`
  return (Object.keys(hosts) as HostKind[]).find((kind) =>
    hosts[kind].split(' ').some((known) => host.endsWith(`.${known}`)),
  )
}

/** Whether an address leads to a paper: it is on arXiv, a DOI, on a publisher's site, or a PDF. */
export function isPaperAddress(address: string): boolean {
  const { kind } = parseAddress(address)
  const isKnown = kind === 'arxiv' || kind === 'doi' || hostKind(address)?.startsWith('paper')
  return isKnown || /^https?:\/\/\S+\.pdf$/i.test(address)
}

/** Why a text is not an address, as a predicate. */
export const notAnAddress = 'is not an address that can be linked'

/** Parses a text that is one identifier or address. */
export function parseAddress(text: string): FoundAddress {
  const arxiv = arxivIdOf(text)
  if (arxiv) return { kind: 'arxiv', id: arxiv }
  const fault = arxivFault(text)
  if (fault) return { kind: 'invalid arxiv', id: text, why: `cannot be an arXiv id: ${fault}` }
  const doi = doiOf(text)
  if (doi) return { kind: 'doi', id: doi }
  return /^https?:\/\//i.test(text) && isSafeAddress(text)
    ? { kind: 'address', id: text }
    : { kind: 'invalid', id: text, why: notAnAddress }
}

const candidates =
  /(?:https?:\/\/|www\.)(?:\\[_%#&~]|[^\s<>"{}|\\^`])+|arxiv(?:\.org)?[\s:~/]{1,3}(?:abs\/|preprint arxiv[\s:~]*)?(?:\d{4}\.\d{3,7}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?|10\.\d{4,9}(?:\/|%2F)(?:\\[_%#&]|[^\s"{}<>])+/gi
const labels =
  /\b(?:arxiv|preprint|eprint|corr|abs|doi|url|href|available|online|at|see|in|cs|stat)\b|<[^>]*>|\\(?:url|href|path|texttt|emph|textit)(?![a-z])/gi

/** Finds the identifiers and addresses in a text, in their order. `rest` is the text between them, if it says anything. */
export function findAddresses(text: string): { found: FoundAddress[]; rest: string } {
  const whole = plainAddress(text.replace(/^\{(.*)\}$/s, '$1'))
  const single = /\s/.test(whole) || whole === '' ? undefined : parseAddress(whole)
  if (single && !single.why) return { found: [single], rest: '' }
  const found: FoundAddress[] = []
  const rest = decodeEntities(text).replace(candidates, (candidate) => {
    const plain = plainAddress(
      candidate.replace(/[.,;:!?)\]'’]+$/, (end) =>
        /[()]/.test(candidate.slice(0, -end.length)) ? end : '',
      ),
    )
    const id = /(?:\d{4}\.\d{3,7}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?$/i.exec(plain)?.[0] ?? ''
    const next = parseAddress(/^arxiv/i.test(plain) ? id : plain.replace(/^www\./i, 'https://www.'))
    if (!found.some((other) => other.id === next.id)) found.push(next)
    return ' '
  })
  const words = rest.replace(labels, ' ').replace(/[[(](?:19|20)\d\d[\])]/g, '')
  return { found, rest: /[\p{L}\p{N}]{2}/u.test(words) ? rest.trim() : '' }
}

/** The first arXiv identifier in a text: `arXiv preprint arXiv:2112.09332 (2021)`. */
export function arxivIdIn(text: string): string | undefined {
  return findAddresses(text).found.find(({ kind }) => kind === 'arxiv')?.id
}
