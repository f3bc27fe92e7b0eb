import { familyFirst, type Person } from '../model/person.ts'
import type { CslItem } from './csl.ts'
import type { Reference } from './reference.ts'

// RIS has no preprints. A report with arXiv's name and number prints as a preprint should; `MANSCPT` prints its kind twice,
// and Zotero keeps no `UNPB`.
const types = {
  article: 'RPRT',
  'article-journal': 'JOUR',
  'paper-conference': 'CONF',
  document: 'GEN',
} as const satisfies Record<CslItem['type'], string>

const oneLine = (text: string) => text.replace(/\s+/gu, ' ').trim()

/**
 * One RIS record, with its abstract and tags; lines end with CR LF, as the format demands.
 * @see https://github.com/aurimasv/translators/wiki/RIS-Tag-Map
 */
export function risOf({ item, title, publication, tagNames }: Reference): string {
  const [year, month, day] = item.issued?.['date-parts'][0] ?? []
  const [firstPage, lastPage] = item.page?.split('-') ?? []
  const tags: [tag: string, value: string | undefined][] = [
    ['TY', types[item.type]],
    ['ID', item.id],
    ['TI', title],
    ...(item.author ?? []).map((name): [string, string] => ['AU', authorField(name)]),
    // With both, a conference prints twice.
    [item.type === 'paper-conference' ? 'C3' : 'T2', publication?.title],
    ['PY', year?.toString()],
    [
      'DA',
      year === undefined
        ? undefined
        : [year, month ? pad(month) : '', day ? pad(day) : '', ''].join('/'),
    ],
    ['VL', item.volume],
    ['IS', item.issue],
    ['SP', firstPage],
    ['EP', lastPage],
    ['PB', item.publisher],
    ['SN', item.number],
    ['DO', item.DOI],
    ['UR', item.URL],
    ...tagNames.map((tag): [string, string] => ['KW', tag]),
    ['AB', item.abstract],
  ]
  const lines = tags.flatMap(([tag, value]) => (value ? [`${tag}  - ${oneLine(value)}\r\n`] : []))
  return `${lines.join('')}ER  - \r\n`
}

/** Many records as one file. */
export function risFile(references: readonly Reference[]): string {
  return references.map(risOf).join('\r\n')
}

const pad = (part: number) => String(part).padStart(2, '0')

/** A name in RIS, where commas part family, given names and suffix; a name without parts has none. */
function authorField(name: Person): string {
  return 'literal' in name ? name.literal.replaceAll(',', '') : familyFirst(name)
}
