export { quoted } from '../../src/intake/quoted.ts'

import type { Finding } from '../../src/model/finding.ts'

/** The rule's name in what convert finds; the README beside this file says what a listing is. */
export const listingRule = 'listing'

/** What is wrong with a listing, a bibliography or a target folder, at a place in a file. */
export function fault(path: string, message: string, line = 1, column = 1): Finding {
  return { path: path.replaceAll('\\', '/'), line, column, rule: listingRule, message }
}

/** The code that the system gives an error, such as `ENOENT`; undefined for an error of our own. */
export function errorCodeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}
