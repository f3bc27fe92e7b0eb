import type { Vocabulary } from '../../src/model/vocabulary.ts'
import { sameTitle } from '../../src/similarity/near-titles.ts'
import { CommandFailed } from '../terminal/command.ts'
import { arxivApi, askArxiv } from './arxiv.ts'
import type { AskText } from './ask-text.ts'
import { anthologySite, askAnthology, askDoi, doiResolver } from './doi.ts'
import type { FoundPaper } from './found-paper.ts'
import type { Wanted } from './wanted.ts'

/** Where papers are asked for. */
export interface Services {
  ask: AskText
  /** Base addresses; those of the real services when absent. */
  arxiv?: string
  doi?: string
  anthology?: string
}

/** What was found of one wanted paper, or why nothing was. */
export interface Lookup {
  wanted: Wanted
  paper?: FoundPaper
  failure?: CommandFailed
}

/** Looks papers up, in the order in which they are wanted. Papers on arXiv share one request; each other paper has its own. */
export async function lookUp(
  wanted: readonly Wanted[],
  { ask, arxiv = arxivApi, doi = doiResolver, anthology = anthologySite }: Services,
  venues: Vocabulary['venues'],
): Promise<Lookup[]> {
  const ids = [...new Set(wanted.flatMap((one) => one.arxiv ?? []))]
  const onArxiv =
    ids.length > 0 ? await askArxiv(ids, ask, venues, arxiv) : new Map<string, never>()
  const lookups: Lookup[] = []
  for (const one of wanted) {
    try {
      const found = one.arxiv
        ? onArxiv.get(one.arxiv)
        : one.anthology
          ? withDoi(await askAnthology(one.anthology, ask, venues, anthology), one.doi)
          : one.doi
            ? await askDoi(one.doi, ask, venues, doi)
            : one.inFile
      lookups.push(
        found instanceof CommandFailed
          ? { wanted: one, failure: found }
          : { wanted: one, ...(found && { paper: agreeing(one, found) }) },
      )
    } catch (error) {
      if (!(error instanceof CommandFailed)) throw error
      lookups.push({ wanted: one, failure: error })
    }
  }
  return lookups
}

/** Gives what was found. Throws `CommandFailed` when the file that names the paper means another one. */
function agreeing({ inFile, name, arxiv, doi, anthology }: Wanted, found: FoundPaper): FoundPaper {
  if (!inFile || inFile === found || sameTitle(inFile.title, found.title)) return found
  const id = arxiv ?? doi ?? anthology ?? ''
  throw new CommandFailed(
    `Unexpected id \`${id}\` for \`${inFile.title}\` (${name}), expected that paper's own: ${found.source} has \`${found.title}\` under it. Write the right id there, or add \`${id}\` by itself.`,
  )
}

/** The Anthology's older records leave out the DOI under which a paper was asked for. */
function withDoi(found: FoundPaper, doi: string | undefined): FoundPaper {
  return { ...found, item: { ...found.item, doi: found.item.doi ?? doi } }
}
