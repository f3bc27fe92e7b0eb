import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { loadSite } from '../../src/library.ts'

const packageFacts = z.object({ name: z.string(), version: z.string() })

/** How this program names itself to the servers that it asks: its name, its version, and where to complain. */
export function userAgent(): string {
  const { name, version } = packageFacts.parse(JSON.parse(readFileSync('package.json', 'utf8')))
  const { repository, url } = loadSite()
  return `${name}/${version} (+${repository ?? url})`
}
