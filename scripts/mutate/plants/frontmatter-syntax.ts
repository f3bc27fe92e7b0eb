import { put, replace, withLine, withValue } from '../edits.ts'
import type { Plant, Soil } from '../plant.ts'

const inSource = (what: string, words: string, text: string): Plant => ({
  what,
  plant: ({ file }) => replace(file.source, words, text),
})
const value = (
  what: string,
  name: string,
  write: (value: string, soil: Soil) => string,
): Plant => ({
  what,
  plant: (soil) =>
    withValue(soil.file, [name], write(String(soil.file.frontMatter.values[name]), soil)),
})

/** Facts that YAML cannot read, or reads as something else. */
export const frontmatterSyntax: readonly Plant[] = [
  value('second colon', 'claim', (claim) => claim.replace(/^(\S*)\S /, '$1: ')),
  {
    what: 'no closing quote',
    plant: ({ file }) => {
      const line = /^title: ".*("$)/m.exec(file.source)
      return line
        ? put(file.source, line.index, line.index + line[0].length, line[0].slice(0, -1))
        : undefined
    },
  },
  {
    what: 'no `---` at the start',
    plant: ({ file }) => put(file.source, 0, 4, ''),
  },
  inSource('a fourth hyphen at the end of the facts', '\n---\n', '\n----\n'),
  inSource('no `---` at the end', '\n---\n', '\n'),
  {
    what: 'a fact twice',
    plant: ({ file }) => withLine(file, 'claim: Something else is so.'),
  },
  inSource('tab', '\n  - ', '\n\t- '),
  {
    what: 'list without its end',
    plant: ({ file }) => {
      const list = /^kind: \[.*\]$/m.exec(file.source)
      return list
        ? put(file.source, list.index, list.index + list[0].length, list[0].slice(0, -1))
        : undefined
    },
  },
  value('alias', 'published', () => '*day'),
  value('anchor', 'published', (day) => `&day ${day}`),
  value('tag of YAML', 'published', (day) => `!!timestamp ${day}`),
  value('`@` first', 'claim', (claim) => `@${claim}`),
  inSource('equals sign', '\npublished: ', '\npublished = '),
  inSource('no space behind a colon', '\npublished: ', '\npublished:'),
]
