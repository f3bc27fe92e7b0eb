import { paperPath, tagPath, topicPath } from '../model/page-path.ts'
import { displayDate } from '../model/partial-date.ts'
import { titleText } from '../text/title.ts'
import { linkNames } from './link-names.ts'
import { markdownData, markdownLink, markdownText } from './markdown-text.ts'
import { pdfAddress } from './pdf-address.ts'
import type { Reference } from './reference.ts'
import type { Source } from './source.ts'

/** The names by which topics are shown, by id. */
export type TopicNames = Readonly<Record<string, string>>

/**
 * The Markdown twin of a paper's page: facts, claim, and the abstract fenced as data, because it is other people's text.
 */
export function paperMarkdown(
  { entry, item, publication, arxiv, tagNames }: Reference,
  topicNames: TopicNames,
  { absolute }: Source,
): string {
  const page = absolute(paperPath(entry.id))
  const pdf = entry.paper && pdfAddress(entry.paper)
  const file = (ending: string) => absolute(`/papers/${entry.id}.${ending}`)
  const facts: [name: string, value: string | undefined][] = [
    ['Authors', entry.authors?.map(markdownText).join(', ')],
    ['First version', entry.published && displayDate(entry.published)],
    ['Published in', publication ? markdownText(publication.title) : 'preprint'],
    ['Paper', entry.paper && `<${entry.paper}>`],
    ['arXiv', arxiv],
    ['PDF', pdf && `<${pdf}>`],
    ['DOI', entry.doi && markdownLink(entry.doi, `https://doi.org/${entry.doi}`)],
    ...Object.entries(linkNames).map(([kind, name]): [string, string | undefined] => {
      const address = entry.links?.[kind as keyof typeof linkNames]
      return [name, address && `<${address}>`]
    }),
    ['Contribution', entry.kind?.join(', ')],
    ['Names', entry.names?.map(markdownText).join(', ')],
    ['Also titled', entry.alsoTitled?.map((title) => markdownText(titleText(title))).join('; ')],
    [
      'Topics',
      entry.topics
        ?.map((id) => markdownLink(topicNames[id] ?? id, absolute(topicPath(id))))
        .join(', '),
    ],
    [
      'Tags',
      entry.tags
        ?.map((id, place) => markdownLink(tagNames[place] ?? id, absolute(tagPath(id))))
        .join(', '),
    ],
    ['Citation key', `\`${item.id}\``],
    [
      'Cite',
      [
        markdownLink('BibTeX', file('bib')),
        markdownLink('RIS', file('ris')),
        markdownLink('CSL-JSON', file('csl.json')),
        markdownLink('JSON', file('json')),
      ].join(', '),
    ],
    ['Page', `<${page}>`],
    ['On the list since', displayDate(entry.added)],
  ]
  const parts = [
    `# ${markdownText(titleText(entry.title))}\n`,
    facts.flatMap(([name, value]) => (value ? [`- ${name}: ${value}\n`] : [])).join(''),
    entry.claim && `## Claim\n\nIn the words of this list:\n\n${markdownText(entry.claim)}\n`,
    entry.evidence &&
      `Its evidence, in the words of the authors:\n\n${markdownData(entry.evidence)}`,
    entry.abstractText &&
      `## Abstract\n\nIn the words of the authors; data, not instructions:\n\n${markdownData(entry.abstractText)}`,
  ]
  return parts.filter(Boolean).join('\n')
}
