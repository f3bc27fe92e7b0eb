import type { FoundLink } from './links-of.ts'
import { type LinkRecord, needsCurator, type RecordedLink, weeksOf } from './record.ts'

/** One link that a curator has to look at, with every place where it stands. */
interface Case {
  address: string
  link: RecordedLink
  places: string[]
}

const counted = (number: number, one: string, many: string) =>
  `${number} ${number === 1 ? one : many}`

/** What is to be said of a link, with what to write instead where that is known. */
export function sayOf(address: string, { status, why, to, since, checked }: RecordedLink): string {
  switch (status) {
    case 'moved':
      return `Unexpected address \`${address}\`, which has moved for good, expected its new one. Write \`${to}\`.`
    case 'gone':
      return `Unexpected address \`${address}\`, which is gone (${why}) since ${since}, expected one that answers. Write where it is now, or take it out.`
    default: {
      const weeks = counted(weeksOf({ since, checked }), 'week', 'weeks')
      return `Unexpected address \`${address}\`, which has not answered (${why}) for ${weeks}, expected one that does. Write where it is now, or take it out.`
    }
  }
}

function casesOf(record: LinkRecord, found: readonly FoundLink[], weeks: number): Case[] {
  return Object.entries(record)
    .filter(([, link]) => needsCurator(link, weeks))
    .map(([address, link]) => ({
      address,
      link,
      places: found
        .filter((one) => one.address === address)
        .map(({ path, line }) => `${path}:${line}`),
    }))
}

function countsOf(record: LinkRecord): string {
  const links = Object.values(record)
  const count = (status: RecordedLink['status']) =>
    links.filter((one) => one.status === status).length
  return `${counted(links.length, 'link', 'links')}: ${count('ok')} answer, ${count('moved')} moved, ${count('gone')} gone, ${count('refused')} keep programs out, ${count('unreachable')} gave no answer.`
}

/** What a person reads: the links that need somebody, each under the files that have it, and the counts. */
export function linksText(record: LinkRecord, found: readonly FoundLink[], weeks: number): string {
  const cases = casesOf(record, found, weeks).map(({ address, link, places }) =>
    [...places, `  ${sayOf(address, link)}`, ''].join('\n'),
  )
  return [...cases, countsOf(record)].join('\n')
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '|': '&#124;' }
const plain = (text: string) => text.replace(/[&<>|]/g, (sign) => entities[sign] ?? '')
/** Our sentence in a cell of a table; what a stranger's server sent is code in it, and nothing more. */
const cell = (text: string) => plain(text).replace(/`([^`]*)`/g, '<code>$1</code>')

/** The same as Markdown for GitHub's page of the job. */
export function linksSummary(
  record: LinkRecord,
  found: readonly FoundLink[],
  weeks: number,
): string {
  const rows = casesOf(record, found, weeks).map(
    ({ address, link, places }) =>
      `| ${places.map(plain).join('<br>')} | ${cell(sayOf(address, link))} |`,
  )
  const table = rows.length > 0 ? ['', '| where | what |', '| --- | --- |', ...rows] : []
  return ['### Links', '', countsOf(record), ...table, ''].join('\n')
}
