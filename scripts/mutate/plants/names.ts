import { plainText } from '../../../src/text/plain.ts'
import { withFact, withItem, withText } from '../edits.ts'
import type { Plant, Soil } from '../plant.ts'

const everything = ({ file, facts: { title = '', alsoTitled = [] } }: Soil) =>
  [title, ...alsoTitled, plainText(file.abstract)].join('\n').normalize('NFKC')

const written = (what: string, change: (name: string) => string): Plant => ({
  what,
  plant(soil) {
    const [name = ''] = soil.facts.names ?? []
    const other = change(name)
    if (!name || other === name || everything(soil).includes(other.normalize('NFKC'))) {
      return undefined
    }
    return withText(soil.file, ['names', 0], other)
  },
})

/** Names that neither the title nor the abstract has. */
export const names: readonly Plant[] = [
  {
    what: 'a name from elsewhere',
    plant: ({ file, facts: { names: given } }) =>
      given
        ? withItem(file, 'names', 'ZebraNet-9')
        : withFact(file, 'names', 'names: [ZebraNet-9]'),
  },
  written('letter left out', (name) => name.slice(0, 1) + name.slice(2)),
  written(
    'two letters exchanged',
    (name) => name.slice(0, 1) + (name[2] ?? '') + name[1] + name.slice(3),
  ),
  written('letter more', (name) => `${name}x`),
  written('number behind', (name) => `${name}2`),
  written('lower case', (name) => name.toLowerCase()),
  {
    what: 'half a word of the title',
    plant(soil) {
      const word = /\p{Letter}{8,}/u.exec(soil.facts.title ?? '')?.[0].slice(0, 5)
      const text = everything(soil)
      return word && !new RegExp(`\\b${word}s?\\b`, 'u').test(text)
        ? withFact(soil.file, 'names', `names: [${word}]`)
        : undefined
    },
  },
]
