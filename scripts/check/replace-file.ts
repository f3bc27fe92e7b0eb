import { renameSync, rmSync, writeFileSync } from 'node:fs'

/**
 * Writes a file anew so that it is whole at every moment, and nothing else is touched: a link that somebody laid where
 * the draft goes, in a pull request for instance, is taken away and never written through.
 */
export function replaceFile(path: string, text: string): void {
  const draft = `${path}.part`
  rmSync(draft, { force: true })
  writeFileSync(draft, text, { flag: 'wx' })
  renameSync(draft, path)
}
