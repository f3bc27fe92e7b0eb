import type { Source } from './source.ts'
import { xmlElement, xmlText } from './xml.ts'

/**
 * The description by which a browser offers this site's search.
 * @see https://github.com/dewitt/opensearch/blob/master/opensearch-1-1-draft-6.md
 */
export function openSearchDescription({ site, absolute }: Source): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n',
    // The format allows 16 characters here, and browsers hold to it.
    xmlElement('ShortName', [...site.shortTitle].slice(0, 16).join('').trim()),
    xmlElement('LongName', [...site.title].slice(0, 48).join('').trim()),
    xmlElement('Description', site.description.slice(0, 1024)),
    xmlElement('Language', site.language),
    xmlElement('InputEncoding', 'UTF-8'),
    `<Image width="32" height="32" type="image/x-icon">${xmlText(absolute('/favicon.ico'))}</Image>\n`,
    `<Url type="text/html" method="get" template="${xmlText(absolute('/search/'))}?q={searchTerms}"/>\n`,
    `<Url type="application/opensearchdescription+xml" rel="self" template="${xmlText(absolute('/opensearch.xml'))}"/>\n`,
    '</OpenSearchDescription>\n',
  ].join('')
}
