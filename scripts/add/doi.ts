import { z } from 'zod'
import { readBibtex } from '../../src/intake/bibtex.ts'
import { itemOfObject } from '../../src/intake/json.ts'
import { emptyReading, type LeftOut, type ReadRecord } from '../../src/intake/reading.ts'
import { readItem } from '../../src/intake/record.ts'
import { canonicalPaperAddress } from '../../src/model/identifier.ts'
import type { Vocabulary } from '../../src/model/vocabulary.ts'
import type { PoliteFetch } from '../network/polite-fetch.ts'
import { CommandFailed } from '../terminal/command.ts'

/** A paper as its source describes it. */
export interface FoundPaper extends Omit<ReadRecord, 'line'> {
  /** "arXiv", "doi.org", "the ACL Anthology", or a file's name. */
  source: string
  /** Whether the facts come from a service, so that they can be recorded as the paper's identity. */
  isRecord: boolean
  /** Notes for the contributor. */
  notes: string[]
}

/** How to reach the services, and the venues to recognise. */
export interface Services {
  ask: PoliteFetch
  venues: Vocabulary['venues']
}

/** The DOI System's resolver. @see https://citation.crosscite.org/docs.html */
const doiResolver = 'https://doi.org/'

/** The ACL Anthology, which has the abstracts that its DOIs lack. */
const anthologySite = 'https://aclanthology.org/'

const csl = 'application/vnd.citationstyles.csl+json'
const fields = z.record(z.string(), z.unknown())

/** Looks up a DOI at its registration agency, as CSL-JSON. Throws `CommandFailed` if it is unknown. */
export async function askDoi(doi: string, { ask, venues }: Services): Promise<FoundPaper> {
  const { status, type, text } = await ask(doiResolver + encodeURI(doi), csl)
  if (status === 404) {
    throw new CommandFailed(
      `Unexpected DOI \`${doi}\`, expected one that doi.org knows. Check it on the paper's page, and write it again.`,
    )
  }
  const item = jsonOf(text)
  if (status !== 200 || !item) {
    const what =
      status === 200 ? (type === 'text/html' ? 'HTML page' : 'broken JSON') : `answer ${status}`
    throw new CommandFailed(
      `Unexpected ${what} from \`doi.org\` for \`${doi}\`, expected the paper as CSL-JSON. Run the command again in ten minutes, or save the paper's BibTeX and add that file.`,
    )
  }
  // The answer may spell the identifier and the address differently.
  const { id: _id, URL: _address, ...known } = item
  const reading = emptyReading()
  readItem(itemOfObject({ ...known, DOI: doi }), venues, reading)
  const {
    records: [record],
    leftOut,
  } = reading
  if (!record) {
    throw new CommandFailed(
      `Unexpected DOI \`${doi}\` without a title, expected a paper. Write the entry by hand, as CONTRIBUTING says.`,
    )
  }
  return foundOf('doi.org', record, leftOut)
}

/** Looks up a paper in the ACL Anthology by its id there: `2024.acl-long.731`. */
export async function askAnthology(id: string, { ask, venues }: Services): Promise<FoundPaper> {
  const { status, text } = await ask(
    `${anthologySite}${id}.bib`,
    'application/x-bibtex, text/plain',
  )
  const { records, leftOut } = readBibtex(status === 200 ? text : '', venues)
  const [record] = records
  if (!record) {
    throw new CommandFailed(
      `Unexpected ACL Anthology id \`${id}\`, expected one that aclanthology.org knows. Check it at ${anthologySite}${id}/, and write it again.`,
    )
  }
  const found = foundOf('the ACL Anthology', record, leftOut)
  return { ...found, paper: canonicalPaperAddress(`${anthologySite}${id}`) }
}

/** The ACL Anthology's id in one of its addresses, or in a DOI of the Association for Computational Linguistics. */
export function anthologyIdOf(text: string): string | undefined {
  const inDoi = /^10\.(?:18653|3115)\/v1\/([\w.-]+)$/i.exec(text)
  const inAddress = /^https:\/\/aclanthology\.org\/([\w.-]*\d)\/$/.exec(canonicalPaperAddress(text))
  return (inDoi ?? inAddress)?.[1]
}

/** Makes a found paper of a record. Everything that was left out becomes a note. */
function foundOf(
  source: string,
  { title, abstract, item, paper }: ReadRecord,
  leftOut: readonly LeftOut[],
): FoundPaper {
  const notes = leftOut.map(({ what, why, venue }) => {
    const line = venue ? ` Its line for content/vocabulary/venues.yaml: \`${venue}\`.` : ''
    return `Left out ${what}: ${why}.${line}`
  })
  return { source, isRecord: true, title, abstract, item, notes, ...(paper && { paper }) }
}

function jsonOf(text: string): Record<string, unknown> | undefined {
  try {
    return fields.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
