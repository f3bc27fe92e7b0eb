import { foldLetters, transliterateGreek } from './letters.ts'

/** The form of an entry id: lower-case words joined by single hyphens. It is both file name and URL. */
export const entryIdShape = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** Whether a name is reserved, by Windows for devices or by the site for the papers of a year. */
export function isReservedName(id: string): boolean {
  return /^(?:con|prn|aux|nul|com\d|lpt\d|\d{4}|undated)$/i.test(id)
}

/** The maximum length of an id that is made from a title, in characters. */
export const longestId = 80

/**
 * Makes the id of a new entry from its title: the words in lower-case ASCII, joined by hyphens and cut at the end of a word. A
 * single Greek letter becomes its name (`beta` for `β`), a Greek word is transliterated. Empty if no letter or digit is left.
 */
export function idFromTitle(title: string): string {
  const words = transliterateGreek(foldLetters(title))
    .replace(/['’]/g, '')
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

const arxivNew = String.raw`\d{4}\.\d{3,7}`
const arxivOld = String.raw`[a-z-]+(?:\.[A-Z]{2})?\/\d{7}`
const arxivHosts = [
  String.raw`(?:www\.|export\.|browse\.|[a-z]{2}\.)?arxiv\.org\/(?:abs|pdf|html|format|src|e-print|ps)\/`,
  // Other sites that use arXiv's ids.
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

/** The month in which arXiv assigned an identifier: `2024-10`. */
export function arxivMonth(id: string): string {
  const [, year = '', month = ''] = /(?:^|\/)(\d\d)(\d\d)/.exec(id) ?? []
  return `${Number(year) > 90 ? '19' : '20'}${year}-${month}`
}

/** Whether an identifier is possible: arXiv changed its format twice, and each number belongs to a month. */
function isPossible(id: string): boolean {
  const [, month = '', number = ''] = /(?:^|\/)\d\d(\d\d)\.?(\d+)$/.exec(id) ?? []
  const since = arxivMonth(id)
  if (Number(month) < 1 || Number(month) > 12 || Number(number) === 0) return false
  if (id.includes('/')) return since >= '1991-07' && since <= '2007-03'
  return since >= '2007-04' && number.length === (since < '2015-01' ? 4 : 5)
}

/** Why something that looks like an arXiv identifier cannot be one, as a clause; undefined for anything else. */
export function arxivFault(text: string): string | undefined {
  const id = arxivAddress.exec(text.trim())?.[1]
  return id && !isPossible(id) ? `the month or the number in \`${id}\` is impossible` : undefined
}

/**
 * The arXiv identifier in a text, without its version: `2410.03227` from an address at arXiv or at a site that uses its ids,
 * from an arXiv DOI, from `arXiv:2410.03227v2` or from the bare number. Undefined if there is none, or an impossible one.
 * @see https://info.arxiv.org/help/arxiv_identifier.html
 */
export function arxivIdOf(text: string): string | undefined {
  const id = arxivAddress.exec(text.trim())?.[1]
  return id && isPossible(id) ? id : undefined
}

const bareDoi = /^(?:(?:dx\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}\/[^\s"]+?)[.,;]?$/i
const doiInAddress = /\/(10\.\d{4,9}\/[^\s"]+)$|[?&](?:id|doi)=(10\.\d{4,9}\/[^\s"&]+)/i
const pageOfDoi =
  /(?:\/(?:full|pdf|epdf|abs|abstract|html|meta|summary|fulltext|full-text|references))+\/?$|(?:\.full)?\.pdf$|\/$/i

/**
 * The DOI in a text, `10.18653/v1/2024.emnlp-main.35`: bare, at doi.org, or in the address of a publisher's page, without a
 * query. `%2F` and `\_` are decoded. Old DOIs may contain `<` and `>`.
 * @see https://www.doi.org/doi-handbook/
 */
export function doiOf(text: string): string | undefined {
  const plain = decodePercents(text.trim().replace(/\\([_%&#])/g, '$1'))
  if (!/^https?:\/\//i.test(plain)) return bareDoi.exec(plain)?.[1]
  const [page = ''] = plain.split(/[?#]/, 1)
  if (/^https?:\/\/(?:dx\.|www\.)?doi\.org\//i.test(plain))
    return bareDoi.exec(page.replace(/^https?:\/\/(?:www\.)?/i, ''))?.[1]
  const found = doiInAddress.exec(page)?.[1]?.replace(pageOfDoi, '')
  return found ?? doiInAddress.exec(plain)?.[2]
}

/** The arXiv identifier and the DOIs of a paper, in lower case. */
export function identifiersOf({
  paper = '',
  doi = '',
}: {
  paper?: string | undefined
  doi?: string | undefined
}): string[] {
  const found = [arxivIdOf(paper), doiOf(doi), doiOf(paper)]
  return found.flatMap((identifier) => identifier?.toLowerCase() || [])
}

function decodePercents(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The address of a DOI, percent-encoded where it has to be. */
export function doiAddress(doi: string): string {
  return `https://doi.org/${doi.replace(/[<>"#?%\\^`{|}]/g, encodeURIComponent)}`
}

const openReview =
  /^https?:\/\/(?:www\.)?openreview\.net\/(?:forum|pdf|attachment)\?(?:.*&)?id=([\w-]+)/
const anthology =
  /^https?:\/\/(?:www\.)?(?:aclanthology\.org|aclweb\.org\/anthology)\/([\w.-]+?)(?:\.pdf|\.bib)?\/?$/

/**
 * The canonical form of a paper's address: arXiv's abstract page, OpenReview's forum page, the ACL Anthology's page or `doi.org`.
 * Any other address is returned unchanged.
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
  return doi ? doiAddress(doi) : address
}

/** A key for comparing titles: letters and digits only, without case and diacritics. */
export function titleKey(title: string): string {
  return foldLetters(title).replace(/[^\p{Letter}\p{Number}]+/gu, '')
}
