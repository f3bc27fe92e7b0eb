import { longestAddress, newFileAddress, type Repository } from '../../model/repository.ts'
import type { DraftFile } from '../draft.ts'

/** Where a proposal goes. */
export interface Proposal {
  address: string
  /** Whether the page that opens holds the file already; otherwise its text is to be pasted there. */
  filled: boolean
}

/** GitHub's page of a new file with an entry in it; without its text where the address would be too long for GitHub. */
export function proposalOf(
  repository: Repository,
  { path, source }: DraftFile,
  title: string,
): Proposal {
  const message = `Add ${title}`.slice(0, 120)
  const description = 'Suggested with the form of the site.'
  const address = newFileAddress(repository, { path, text: source, message, description })
  return address.length <= longestAddress
    ? { address, filled: true }
    : { address: newFileAddress(repository, { path, message, description }), filled: false }
}
