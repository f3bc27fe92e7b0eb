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
    // The format allows 16 and 48 characters here, and browsers hold to it.
    xmlElement('ShortName', within(16, site.shortTitle)),
    xmlElement('LongName', within(48, site.title)),
    xmlElement('Description', site.description.slice(0, 1024)),
    xmlElement('Language', site.language),
    xmlElement('InputEncoding', 'UTF-8'),
    `<Image width="32" height="32" type="image/x-icon">${xmlText(absolute('/favicon.ico'))}</Image>\n`,
    `<Url type="text/html" method="get" template="${xmlText(absolute('/search/'))}?q={searchTerms}"/>\n`,
    `<Url type="application/opensearchdescription+xml" rel="self" template="${xmlText(absolute('/opensearch.xml'))}"/>\n`,
    '</OpenSearchDescription>\n',
  ].join('')
}

/** As many whole words of a text as have room in so many characters; a part of the first word, when it is longer. */
function within(most: number, text: string): string {
  if ([...text].length <= most) return text
  const start = [...text].slice(0, most + 1).join('')
  return start.includes(' ') ? start.replace(/\s+\S*$/u, '') : [...start].slice(0, most).join('')
}
