import { parseBibtex } from '../../src/intake/bibtex.ts'
import { parseJson } from '../../src/intake/json.ts'
import type { Paper, ParsedPapers, SourceField } from '../../src/intake/paper.ts'
import { papersFrom } from '../../src/intake/record-to-paper.ts'
import { canonicalPaperAddress, doiAddress } from '../../src/model/identifier.ts'
import type { Vocabulary } from '../../src/model/vocabulary.ts'
import type { PoliteFetch } from '../network/polite-fetch.ts'
import { CommandFailed } from '../terminal/command.ts'

/** A paper as its source describes it. */
export interface FoundPaper extends Paper {
  /** "arXiv", "doi.org", "the ACL Anthology", or a file's name. */
  source: string
  /** Whether the facts come from a service. Only these are recorded as the paper's identity. */
  isFromService: boolean
  /** Notes for the contributor. */
  notes: string[]
}

/** How to query the services, and the venues to recognise in their answers. */
export interface Services {
  ask: PoliteFetch
  venues: Vocabulary['venues']
}

/** The DOI System's resolver. @see https://citation.crosscite.org/docs.html */
const doiResolver = 'https://doi.org/'

/** The ACL Anthology. It has abstracts, which the records of its DOIs lack. */
const anthologySite = 'https://aclanthology.org/'

const csl = 'application/vnd.citationstyles.csl+json'

/** Looks up a DOI at its registration agency, as CSL-JSON. Throws `CommandFailed` if it is unknown. */
export async function askDoi(doi: string, { ask, venues }: Services): Promise<FoundPaper> {
  const { status, text } = await ask(doiResolver + encodeURI(doi), csl)
  if (status === 404) throw unknownId('DOI', doi, 'doi.org', doiAddress(doi))
  const own = { name: 'DOI', value: doi }
  // The answer may spell the DOI differently, so the requested one replaces it.
  const isOther = ({ name }: SourceField) => !/^(?:id|url|doi)$/i.test(name)
  const items = [...parseJson(text)].flatMap((item) =>
    'fields' in item ? { ...item, fields: [own, ...item.fields.filter(isOther)] } : [],
  )
  const found = toFoundPaper('doi.org', papersFrom(items, venues))
  if (found) return found
  throw new CommandFailed(
    `Unexpected answer ${status} from \`doi.org\` for \`${doi}\`, expected the paper with its title as CSL-JSON. Run the command again in ten minutes, or save the paper's BibTeX and add that file.`,
  )
}

/** Looks up a paper in the ACL Anthology by its id there: `2024.acl-long.731`. */
export async function askAnthology(id: string, { ask, venues }: Services): Promise<FoundPaper> {
  const { status, text } = await ask(
    `${anthologySite}${id}.bib`,
    'application/x-bibtex, text/plain',
  )
  const items = parseBibtex(status === 200 ? text : '')
  const found = toFoundPaper('the ACL Anthology', papersFrom(items, venues))
  if (found) return { ...found, paper: canonicalPaperAddress(`${anthologySite}${id}`) }
  throw unknownId('ACL Anthology id', id, 'aclanthology.org', `${anthologySite}${id}/`)
}

/** The failure for an identifier that its service does not know. */
export function unknownId(kind: string, id: string, service: string, page: string): CommandFailed {
  return new CommandFailed(
    `Unexpected ${kind} \`${id}\`, expected one that ${service} knows. Look at ${page}, and correct the id.`,
  )
}

/** The ACL Anthology's id in one of its addresses, or in a DOI of the Association for Computational Linguistics. */
export function anthologyIdOf(text: string): string | undefined {
  const inDoi = /^10\.(?:18653|3115)\/v1\/([\w.-]+)$/i.exec(text)
  const inAddress = /^https:\/\/aclanthology\.org\/([\w.-]*\d)\/$/.exec(canonicalPaperAddress(text))
  return (inDoi ?? inAddress)?.[1]
}

/** The first paper of a service's answer, with a note for every skipped part; undefined if there is no paper. */
export function toFoundPaper(
  source: string,
  { papers, skipped }: ParsedPapers,
): FoundPaper | undefined {
  const notes = skipped.flatMap(({ what, why, venue, value }) => {
    const line = venue ? ` Its line for content/vocabulary/venues.yaml: \`${venue}\`.` : ''
    return value === undefined ? `Left out ${what}: ${why}.${line}` : []
  })
  return papers[0] && { ...papers[0], source, isFromService: true, notes }
}
