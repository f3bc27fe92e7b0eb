import { inQuotes } from '../../../src/rules/words.ts'
import { withItem, withText } from '../edits.ts'
import type { Plant } from '../plant.ts'

const written = (what: string, change: (name: string) => string | undefined): Plant => ({
  what,
  plant({ file, nth, facts: { authors: names = [] } }) {
    const index = nth % Math.max(1, names.length)
    const name = change(names[index] ?? '')
    return name === undefined ? undefined : withText(file, ['authors', index], name)
  },
})

/** Names that stand for several people, or not as they are spelt. */
export const authors: readonly Plant[] = [
  { what: 'et al.', plant: ({ file }) => withItem(file, 'authors', 'et al.') },
  written('et al. behind a name', (name) => `${name} et al.`),
  { what: 'and others', plant: ({ file }) => withItem(file, 'authors', 'and others') },
  {
    what: 'the last author twice',
    plant: ({ file, facts: { authors: names = [] } }) =>
      withItem(file, 'authors', inQuotes(names.at(-1) ?? '')),
  },
  written('two joined by and', (name) => `${name} and ${name}`),
  written('two joined by a semicolon', (name) => `${name}; ${name}`),
  written('two joined by an ampersand', (name) => `${name} & ${name}`),
  written('family name first', (name) => {
    const [, given, family] = /^(.+) (\S+)$/.exec(name) ?? []
    return given && family && !/^(?:Jr|Sr|I+V?)\b/.test(family) ? `${family}, ${given}` : undefined
  }),
  written('all capitals', (name) =>
    /\p{Letter}{3,} \p{Letter}{3,}/u.test(name) ? name.toUpperCase() : undefined,
  ),
  written('star', (name) => `${name}*`),
  written('raised number', (name) => `${name}²`),
  written('affiliation', (name) => `${name} (MIT)`),
  written('mail address', (name) => `${name} x@example.org`),
]
