import { foldLetters } from './letters.ts'

/** A permanent entry id: lower-case words joined by single hyphens; file name and URL in one. */
export const entryIdShape = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** Whether Windows keeps a name for its devices, so that no file may have it. */
export function isReservedName(id: string): boolean {
  return /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(id)
}

/** The longest id that a title is turned into, in characters. */
export const longestId = 80

/**
 * The id that a title gives, for a new entry: its words in lower-case ASCII joined by hyphens, cut at a word's end.
 * Empty when the title has no letter or digit that ASCII can show.
 */
export function idFromTitle(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/['’]/g, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g)
  if (!words) return ''
  let id = ''
  for (const word of words) {
    const longer = id ? `${id}-${word}` : word.slice(0, longestId)
    if (longer.length > longestId) break
    id = longer
  }
  return id
}

const arxivNew = String.raw`\d{4}\.\d{4,5}`
const arxivOld = String.raw`[a-z-]+(?:\.[A-Z]{2})?\/\d{7}`
const arxivHosts = [
  String.raw`(?:www\.|export\.|browse\.|[a-z]{2}\.)?arxiv\.org\/(?:abs|pdf|html|format|src|e-print|ps)\/`,
  // Pages of others about arXiv's papers, under arXiv's own ids.
  String.raw`(?:www\.)?alphaxiv\.org\/(?:abs|pdf|overview)\/`,
  String.raw`(?:www\.)?ar5iv(?:\.labs\.arxiv)?\.org\/(?:abs|html)\/`,
  String.raw`(?:www\.)?arxiv-vanity\.com\/papers\/`,
  String.raw`huggingface\.co\/papers\/`,
  String.raw`(?:www\.)?semanticscholar\.org\/arxiv\/`,
]
const arxivAddress = new RegExp(
  String.raw`^(?:(?:https?:\/\/)?(?:${arxivHosts.join('|')})|https?:\/\/(?:dx\.)?doi\.org\/10\.48550\/arxiv\.|10\.48550\/arxiv\.|arxiv:\s*)?(${arxivNew}|${arxivOld})(?:v\d+)?(?:\.pdf)?(?:[?#].*)?\/?$`,
  'i',
)

/**
 * The arXiv identifier in an address or text, without its version: `2410.03227` from any of arXiv's address forms, a page
 * of others about its papers, an arXiv DOI, `arXiv:2410.03227v2` or the bare number.
 * @see https://info.arxiv.org/help/arxiv_identifier.html
 */
export function arxivIdOf(text: string): string | undefined {
  return arxivAddress.exec(text.trim())?.[1]
}

const doiAddress =
  /^(?:(?:https?:\/\/)?(?:dx\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}\/[^\s"<>]+?)[.,;]?$/i

/** The DOI in an address or text, `10.18653/v1/2024.emnlp-main.35`. @see https://www.doi.org/doi-handbook/ */
export function doiOf(text: string): string | undefined {
  return doiAddress.exec(text.trim())?.[1]
}

const openReview =
  /^https?:\/\/(?:www\.)?openreview\.net\/(?:forum|pdf|attachment)\?(?:.*&)?id=([\w-]+)/
const anthology =
  /^https?:\/\/(?:www\.)?(?:aclanthology\.org|aclweb\.org\/anthology)\/([\w.-]+?)(?:\.pdf|\.bib)?\/?$/

/**
 * The one address that we write for a paper, whatever form it was given in: arXiv's abstract page, `doi.org`,
 * OpenReview's forum or the ACL Anthology's page. Any other https address is returned as it is.
 */
export function canonicalPaperAddress(address: string): string {
  const arxiv = arxivIdOf(address)
  if (arxiv) return `https://arxiv.org/abs/${arxiv}`
  const review = openReview.exec(address)?.[1]
  if (review) return `https://openreview.net/forum?id=${review}`
  const paper = anthology.exec(address)?.[1]
  if (paper) return `https://aclanthology.org/${paper}/`
  if (/^https?:/i.test(address) && !/doi\.org\//i.test(address)) return address
  const doi = doiOf(address)
  return doi ? `https://doi.org/${doi}` : address
}

/** A title for comparison: letters and digits only, folded as by `foldLetters`. */
export function titleKey(title: string): string {
  return foldLetters(title).replace(/[^\p{Letter}\p{Number}]+/gu, '')
}
