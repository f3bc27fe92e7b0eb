import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

// Everything that the index is made of: the words, the code that turns them into it, and the versions of its packages.
const ingredients = [
  'content',
  'src/model',
  'src/text',
  'src/search',
  'src/library.ts',
  'package-lock.json',
]

function filesBelow(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

/**
 * A short name for the state of the index, the same for equal sources. It stands in every address of the index, so that a
 * browser may keep what it has for as long as the name stays the same.
 */
export function indexTag(root = '.'): string {
  const hash = createHash('sha256')
  for (const file of ingredients.flatMap((path) => filesBelow(join(root, path))).sort()) {
    hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex').slice(0, 12)
}

let tag: string | undefined

/** The tag of the index that belongs to the pages being built; in development the content may have changed since. */
export function currentTag(): string {
  tag = (import.meta.env.DEV ? undefined : tag) ?? indexTag()
  return tag
}
