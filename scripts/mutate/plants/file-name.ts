import type { Plant } from '../plant.ts'

const named = (what: string, path: (id: string) => string | undefined): Plant => ({
  what,
  plant({ file: { id, source } }) {
    const name = path(id)
    if (name === undefined) return undefined
    // A page that names the entry misses it then.
    return { source, line: 1, path: `content/papers/${name}`, also: ['references'] }
  },
})

/** Names that no entry may have. */
export const fileName: readonly Plant[] = [
  named('capitals', (id) => `${id.toUpperCase()}.mdx`),
  named('an underscore', (id) => (id.includes('-') ? `${id.replace('-', '_')}.mdx` : undefined)),
  named('ending `.md`', (id) => `${id}.md`),
  named('a folder', (id) => `2024/${id}.mdx`),
  named('two hyphens', (id) => (id.includes('-') ? `${id.replace('-', '--')}.mdx` : undefined)),
  named('a space', (id) => (id.includes('-') ? `${id.replace('-', ' ')}.mdx` : undefined)),
  named('a letter beyond ASCII', (id) => `${id}é.mdx`),
  named('too long', (id) => `${id}${'-and-more'.repeat(9)}.mdx`),
  named('two endings', (id) => `${id}.txt.mdx`),
]
