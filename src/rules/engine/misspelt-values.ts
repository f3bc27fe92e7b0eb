import type { z } from 'zod'
import { nearest } from './nearest.ts'

/**
 * The values, by their paths joined by line feeds, that stand under a misspelt key: that they are missing where they
 * belong is said of the key already.
 */
export function misspeltValues(
  issues: readonly z.core.$ZodIssue[],
  keys: (path: readonly PropertyKey[]) => readonly string[],
): ReadonlySet<string> {
  const meant = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.flatMap((key) => {
          const near = nearest(key, keys(issue.path))
          return near === undefined ? [] : [[...issue.path, near].join('\n')]
        })
      : [],
  )
  return new Set(meant)
}
