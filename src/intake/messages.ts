import type { Finding } from '../model/finding.ts'

/** The rule's name in what convert finds; the README of `scripts/convert` says what a listing is. */
export const listingRule = 'listing'

/** What is wrong with a listing, a bibliography or a target folder, at a place in a file. */
export function fault(path: string, message: string, line = 1, column = 1): Finding {
  return { path: path.replaceAll('\\', '/'), line, column, rule: listingRule, message }
}

/** The command that asks the services for papers, as one types it into a shell. */
export function addCommand(...ids: string[]): string {
  const inShell = (id: string) =>
    /^[\w./:@%+-]+$/.test(id) ? id : `'${id.replaceAll("'", `'\\''`)}'`
  return `npm run add -- ${ids.map(inShell).join(' ')}`
}
