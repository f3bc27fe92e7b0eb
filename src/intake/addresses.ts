import { isSafeAddress } from '../model/address.ts'
import { arxivFault, arxivIdOf, doiOf } from '../model/identifier.ts'
import { decodeEntities } from '../text/escapes.ts'
import { plainAddress } from '../text/tex-links.ts'

/** An identifier or address in a text. */
export interface FoundAddress {
  kind: 'arxiv' | 'doi' | 'address' | 'none'
  /** The bare identifier or the address; as written where it is none. */
  id: string
  /** Why it is none, as a clause. */
  why?: string
}

/** What well-known hosts keep; a hub keeps all of it, and its paths tell which. */
const hosts = {
  paper:
    /(?:^|\.)(?:openreview\.net|aclanthology\.org|aclweb\.org|proceedings\.mlr\.press|jmlr\.org|neurips\.cc|nips\.cc|openaccess\.thecvf\.com|ojs\.aaai\.org|dl\.acm\.org|ieeexplore\.ieee\.org|link\.springer\.com|nature\.com|science\.org|isca-archive\.org|ecva\.net|papers\.ssrn\.com|semanticscholar\.org|usenix\.org|ndss-symposium\.org|biorxiv\.org)$/,
  'paper or more': /(?:^|\.)(?:psyarxiv\.com|osf\.io|cdn\.openai\.com)$/,
  // Papers of these are known by their identifiers.
  neither: /(?:^|\.)(?:arxiv\.org|doi\.org|youtube\.com|youtu\.be)$/,
  code: /(?:^|\.)(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|gitee\.com|anonymous\.4open\.science)$/,
  data: /(?:^|\.)(?:zenodo\.org|kaggle\.com|physionet\.org)$/,
  project: /(?:^|\.)(?:github\.io|gitlab\.io|pages\.dev|hf\.space)$/,
  hub: /(?:^|\.)(?:huggingface\.co|hf\.co)$/,
} as const

/** What the host of an address keeps; undefined for hosts that are not well known. */
export function hostKind(address: string): keyof typeof hosts | undefined {
  const host = URL.parse(address)?.hostname.toLowerCase() ?? ''
  return (Object.keys(hosts) as (keyof typeof hosts)[]).find((kept) => hosts[kept].test(host))
}

/** Whether an address is a paper's: on arXiv, under a DOI, or on the site of a venue. */
export function isPaperAddress(address: string): boolean {
  const { kind } = parseAddress(address)
  const isOfPapers = kind === 'arxiv' || kind === 'doi' || hostKind(address)?.startsWith('paper')
  return isOfPapers || /^https?:\/\/\S+\.pdf$/i.test(address)
}

/** What a text that is one identifier or address is. */
export function parseAddress(text: string): FoundAddress {
  const id = arxivIdOf(text)
  if (id) return { kind: 'arxiv', id }
  const why = arxivFault(text)
  if (why) return { kind: 'none', id: text, why: `is no id that arXiv has given: ${why}` }
  const doi = doiOf(text)
  if (doi) return { kind: 'doi', id: doi }
  return /^https?:\/\//i.test(text) && isSafeAddress(text)
    ? { kind: 'address', id: text }
    : { kind: 'none', id: text, why: 'is no address that may be linked' }
}

const spans =
  /(?:https?:\/\/|www\.)(?:\\[_%#&~]|[^\s<>"{}|\\^`])+|arxiv(?:\.org)?[\s:~/]{1,3}(?:abs\/|preprint arxiv[\s:~]*)?(?:\d{4}\.\d{3,7}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?|10\.\d{4,9}(?:\/|%2F)(?:\\[_%#&]|[^\s"{}<>])+/gi
const ownWords =
  /\b(?:arxiv|preprint|eprint|corr|abs|doi|url|href|available|online|at|see|in|cs|stat)\b|<[^>]*>/gi

/** The identifiers and addresses in a text, in their order, and the words that stand beside them. */
export function findAddresses(text: string): { found: FoundAddress[]; rest: string } {
  const whole = plainAddress(text.replace(/^\{(.*)\}$/s, '$1'))
  const one = /\s/.test(whole) || whole === '' ? undefined : parseAddress(whole)
  if (one && one.kind !== 'none') return { found: [one], rest: '' }
  const found: FoundAddress[] = []
  const rest = decodeEntities(text).replace(spans, (span) => {
    const plain = plainAddress(
      span.replace(/[.,;:!?)\]'’]+$/, (end) =>
        /[()]/.test(span.slice(0, -end.length)) ? end : '',
      ),
    )
    const id = /(?:\d{4}\.\d{3,7}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?$/i.exec(plain)?.[0] ?? ''
    const next = parseAddress(/^arxiv/i.test(plain) ? id : plain.replace(/^www\./i, 'https://www.'))
    if (!found.some((other) => other.id === next.id)) found.push(next)
    return ' '
  })
  const words = rest
    .replace(ownWords, ' ')
    .replace(/\\(?:url|href|path|texttt|emph|textit)(?![a-z])/gi, ' ')
  return {
    found,
    rest: /[\p{L}\p{N}]{2}/u.test(words.replace(/[[(](?:19|20)\d\d[\])]/g, '')) ? rest.trim() : '',
  }
}

/** arXiv's identifier in a text that may say more: `arXiv preprint arXiv:2112.09332 (2021)`. */
export function arxivIdIn(text: string): string | undefined {
  return findAddresses(text).found.find(({ kind }) => kind === 'arxiv')?.id
}
