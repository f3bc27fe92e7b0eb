import { issuedParts } from './csl.ts'
import { fieldsOf, type Reference, type SiteContext } from './reference.ts'

/** A `<meta name content>` element in the head of a page. */
export interface MetaTag {
  name: string
  content: string
}

/**
 * Returns the meta tags from which Zotero, Google Scholar and others read a paper. The page must also have `og:type`
 * `article`, and must not have an author meta tag, a `byline` or `vcard` class, COinS or a `time` element with a date: each of
 * these makes Zotero save something else.
 * @see https://www.zotero.org/support/dev/exposing_metadata
 */
export function citationMeta(reference: Reference, { site }: Pick<SiteContext, 'site'>): MetaTag[] {
  const { item, title, publication, arxiv, pdf, tagNames } = reference
  const [year, month, day] = issuedParts(item)
  const [firstPage, lastPage] = item.page?.split('-') ?? []
  const isJournal = publication?.kind === 'journal'
  const fields = fieldsOf({
    citation_title: title,
    citation_author: authorsOf(reference),
    citation_publication_date: day ? `${year}/${month}/${day}` : year,
    citation_abstract: item.abstract?.replace(/\s+/gu, ' '),
    citation_public_url: item.URL,
    citation_doi: item.DOI,
    citation_pdf_url: pdf,
    citation_language: site.language,
    citation_keywords: tagNames.join('; '),
    citation_arxiv_id: arxiv,
    citation_volume: item.volume,
    citation_issue: item.issue,
    citation_firstpage: firstPage,
    citation_lastpage: lastPage,
    citation_publisher: item.publisher,
    citation_technical_report_number: item.number,
    citation_journal_title: isJournal ? publication.title : undefined,
    'DC.type': isJournal ? undefined : publication ? 'conferencePaper' : 'preprint',
    // `citation_conference_title` would be the name of the event, which many styles don't print.
    'prism.publicationName': isJournal ? undefined : publication?.title,
  })
  return fields.map(([name, content]) => ({ name, content }))
}

/**
 * The authors as they are printed, but with the family name first if splitting a name at its last space would be wrong. A
 * comma at the end keeps programs from splitting the name of a group.
 */
function authorsOf({ item, authors }: Reference): string[] {
  return (item.author ?? []).map((name, index) => {
    const printed = authors[index] ?? ''
    if ('literal' in name)
      return printed.includes(' ') ? `${printed.replaceAll(',', '')},` : printed
    const isSimple =
      !name.family.includes(' ') && !name.suffix && printed.endsWith(` ${name.family}`)
    const given = [name.given, name.suffix].filter(Boolean).join(' ')
    return isSimple ? printed : `${name.family}, ${given}`
  })
}

/**
 * Writes a paper as a COinS context object, for the `title` of an empty `<span class="Z3988" aria-hidden="true">` on a page that
 * lists papers, but not on the paper's own page. The title is before the type, because after `conferencePaper` Zotero would
 * read it as the title of the proceedings. Most of the size is the abstract, which can be left out.
 * @see https://groups.niso.org/higherlogic/ws/public/download/14833/z39_88_2004_r2010.pdf
 */
export function coinsOf(
  reference: Reference,
  { abstract = true }: { abstract?: boolean } = {},
): string {
  const { item, title, types, tagNames } = reference
  const fields = fieldsOf({
    ctx_ver: 'Z39.88-2004',
    rft_val_fmt: 'info:ofi/fmt:kev:mtx:dc',
    'rft.title': title,
    'rft.type': types.zotero,
    'rft.source': item['container-title'],
    'rft.publisher': item.publisher,
    'rft.creator': authorsOf(reference),
    'rft.date': issuedParts(item).join('-'),
    'rft.identifier': item.URL,
    rft_id: item.DOI && `info:doi/${item.DOI}`,
    'rft.description': abstract ? item.abstract : undefined,
    'rft.subject': tagNames,
  })
  return fields
    .map(([key, value]) => `${key}=${encodeURIComponent(value.toWellFormed())}`)
    .join('&')
}
