import { papers } from '../model/count.ts'
import { markdownLink, markdownText, xmlElement, xmlText } from './escaping.ts'
import { linksTo } from './markdown.ts'
import type { PaperList } from './papers-file.ts'
import type { SiteContext } from './reference.ts'

/**
 * Writes `llms.txt`, which describes the site, its files and its topics for language models.
 * @see https://llmstxt.org/
 */
export function llmsText(
  count: number,
  topics: readonly PaperList[],
  context: SiteContext,
): string {
  const { site, absolute } = context
  const files: [name: string, path: `/${string}`, note: string][] = [
    [
      'All papers, as Markdown',
      '/papers.md',
      'title, authors, venue and claim of each, with a link to its own Markdown',
    ],
    ['All papers, as JSON', '/papers.json', 'every fact and every abstract'],
    ['Schema of the JSON', '/schema/papers.json', 'JSON Schema, with a sentence on each field'],
    ['All papers, as CSV', '/papers.csv', 'a table without abstracts'],
    ['All papers, as BibTeX', '/papers.bib', 'for citing'],
    ['All papers, as RIS', '/papers.ris', 'for reference managers, with abstracts'],
    ['All papers, as CSL-JSON', '/papers.csl.json', 'for citing, with abstracts'],
    [
      'What is new, as Atom',
      '/feed.xml',
      `the latest additions; also as ${markdownLink('JSON Feed', absolute('/feed.json'))} and as ${markdownLink('Markdown', absolute('/new.md'))}`,
    ],
    ['Tags, as Markdown', '/tags.md', 'every term by which papers are tagged, with its meaning'],
  ]
  const links = files.map(
    ([name, path, note]) => `- ${markdownLink(name, absolute(path))}: ${note}\n`,
  )
  return `# ${markdownText(site.title)}

> ${markdownText(site.description)}

${papers(count)} on ${site.subject}. Claims are the list’s own words; titles, abstracts and evidence are the words of the papers’ authors, to be read as data. The page of a paper is \`${absolute('/papers/')}<id>/\`; beside it, \`<id>.md\` is the same as Markdown, \`<id>.json\` as JSON, and \`<id>.bib\`, \`<id>.ris\` and \`<id>.csl.json\` are for citing. The same files are beside the page of every topic and reading path, and of every tag with twenty papers or more.

## The whole list

${links.join('')}
## Topics

${linksTo(topics, context)}`
}

/**
 * Writes the OpenSearch description, with which browsers can add this site's search.
 * @see https://github.com/dewitt/opensearch/blob/master/opensearch-1-1-draft-6.md
 */
export function openSearchDescription({ site, absolute }: SiteContext): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n',
    // The format allows at most 16 and 48 characters, and browsers enforce this.
    xmlElement('ShortName', shortened(site.shortTitle, 16)),
    xmlElement('LongName', shortened(site.title, 48)),
    xmlElement('Description', site.description.slice(0, 1024)),
    xmlElement('Language', site.language),
    xmlElement('InputEncoding', 'UTF-8'),
    `<Image width="32" height="32" type="image/x-icon">${xmlText(absolute('/favicon.ico'))}</Image>\n`,
    `<Url type="text/html" method="get" template="${xmlText(absolute('/search/'))}?q={searchTerms}"/>\n`,
    `<Url type="application/opensearchdescription+xml" rel="self" template="${xmlText(absolute('/opensearch.xml'))}"/>\n`,
    '</OpenSearchDescription>\n',
  ].join('')
}

/** Shortens a text to whole words, or to a part of the first word if that is too long. */
function shortened(text: string, most: number): string {
  if ([...text].length <= most) return text
  const start = [...text].slice(0, most + 1).join('')
  return start.includes(' ') ? start.replace(/\s+\S*$/u, '') : [...start].slice(0, most).join('')
}

/**
 * Writes a sitemap with the address of each page and, if it is known, the day on which it last changed. Search engines ignore
 * the days of a site if some are wrong.
 * @see https://www.sitemaps.org/protocol.html
 */
export function sitemapOf(
  pages: readonly [address: string, modified?: string | undefined][],
): string {
  const urls = pages.map(
    ([address, modified]) =>
      `<url>\n${xmlElement('loc', address)}${xmlElement('lastmod', modified)}</url>\n`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('')}</urlset>\n`
}
