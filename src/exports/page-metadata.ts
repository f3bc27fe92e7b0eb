import { issuedParts } from './csl.ts'
import { fieldsOf, type Reference, type Source } from './reference.ts'

/** One `<meta name content>` of a page's head. */
export interface MetaTag {
  name: string
  content: string
}

/**
 * The meta tags by which Zotero, Google Scholar and others take a paper from its page. The page must also have `og:type`
 * `article`, and must have no author meta, no `byline` or `vcard` class, no COinS and no `time` element with a date:
 * each of these makes Zotero save something else.
 * @see https://www.zotero.org/support/dev/exposing_metadata
 */
export function citationMeta(reference: Reference, { site }: Pick<Source, 'site'>): MetaTag[] {
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
    // Not `citation_conference_title`: it is the name of the event, which many styles do not print.
    'prism.publicationName': isJournal ? undefined : publication?.title,
  })
  return fields.map(([name, content]) => ({ name, content }))
}

/**
 * The authors as they are printed; with the family first where a reader that cuts at the last space would cut a name wrong.
 * A comma at its end keeps such a reader from cutting the name of a group.
 */
function authorsOf({ item, authors }: Reference): string[] {
  return (item.author ?? []).map((name, place) => {
    const printed = authors[place] ?? ''
    if ('literal' in name)
      return printed.includes(' ') ? `${printed.replaceAll(',', '')},` : printed
    const isSimple =
      !name.family.includes(' ') && !name.suffix && printed.endsWith(` ${name.family}`)
    const given = [name.given, name.suffix].filter(Boolean).join(' ')
    return isSimple ? printed : `${name.family}, ${given}`
  })
}

/**
 * A paper as a COinS context object, for the `title` of an empty `<span class="Z3988" aria-hidden="true">` on a page
 * that lists papers; never on a paper's own page. The title comes before the type, because Zotero takes a title behind
 * `conferencePaper` for that of the proceedings. Abstracts are most of its weight; a page that lists many may leave them
 * out.
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
