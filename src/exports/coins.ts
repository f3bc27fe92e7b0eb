import { authorOf } from './citation-meta.ts'
import type { CslItem } from './csl-item.ts'
import type { Reference } from './reference.ts'

// Zotero's own names of types, which it takes from `rft.type`.
const types = {
  article: 'preprint',
  'article-journal': 'journalArticle',
  'paper-conference': 'conferencePaper',
  document: 'document',
} as const satisfies Record<CslItem['type'], string>

/**
 * A paper as a COinS context object, for the `title` of an empty `<span class="Z3988" aria-hidden="true">` on a page
 * that lists papers; never on a paper's own page. The title comes before the type, because Zotero takes a title behind
 * `conferencePaper` for that of the proceedings. Abstracts are most of its weight; a page that lists many may leave them
 * out.
 * @see https://groups.niso.org/higherlogic/ws/public/download/14833/z39_88_2004_r2010.pdf
 */
export function coinsOf(
  { entry, item, tagNames }: Reference,
  { abstract = true }: { abstract?: boolean } = {},
): string {
  const date = item.issued?.['date-parts'][0].map((part) => String(part).padStart(2, '0')).join('-')
  const pairs: [key: string, value: string | undefined][] = [
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_val_fmt', 'info:ofi/fmt:kev:mtx:dc'],
    ['rft.title', item.title],
    ['rft.type', types[item.type]],
    ['rft.source', item['container-title']],
    ...(item.author ?? []).map((name, place): [string, string] => [
      'rft.creator',
      authorOf(name, entry.authors?.[place] ?? ''),
    ]),
    ['rft.date', date],
    ['rft.identifier', item.URL],
    ['rft_id', item.DOI && `info:doi/${item.DOI}`],
    ['rft.description', abstract ? item.abstract : undefined],
    ...tagNames.map((tag): [string, string] => ['rft.subject', tag]),
  ]
  return pairs
    .flatMap(([key, value]) =>
      value ? [`${key}=${encodeURIComponent(value.toWellFormed())}`] : [],
    )
    .join('&')
}
