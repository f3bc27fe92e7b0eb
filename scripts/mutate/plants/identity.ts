import { arxivIdOf, doiOf } from '../../../src/model/identifier.ts'
import { soundFacts } from '../../../src/rules/sound-facts.ts'
import { parseEntryFile } from '../../../src/text/entry-file.ts'
import { lineOf, withFact, withItem, withoutItem, withText } from '../edits.ts'
import { also, otherOf, type Plant, type Planted, type Soil } from '../plant.ts'

/**
 * A title that is not the paper's own: the finding is at the address, under which another is recorded. Where an entry
 * also has earlier titles, those may be the recorded ones, and vouch for it.
 */
function titled({ file, facts }: Soil, title: string): Planted | undefined {
  const edit = withText(file, ['title'], title)
  return facts.alsoTitled || !edit
    ? undefined
    : also({ ...edit, line: lineOf(file, ['paper']) }, 'names', 'one-paper-one-entry', 'published')
}

/** The next id of the same month that nobody has recorded. */
function unrecorded({ facts: { paper = '' }, ground }: Soil): string | undefined {
  const [month, number] = arxivIdOf(paper)?.split('.') ?? []
  const known = ground.around.identities?.byArxiv
  if (!month || !number || !known) return undefined
  for (let next = Number(number) + 1; ; next += 1) {
    const id = `${month}.${String(next).padStart(number.length, '0')}`
    if (!known.has(id)) return id
  }
}

const authors = (
  what: string,
  change: (names: readonly string[]) => { index: number; name: string } | undefined,
): Plant => ({
  what,
  plant({ file, facts: { authors: names = [] } }) {
    const { index, name } = change(names) ?? {}
    return index === undefined || name === undefined
      ? undefined
      : withText(file, ['authors', index], name)
  },
})

const surname = (name: string) => name.split(' ').at(-1)

/** Facts of another paper than the one that is meant. */
export const identity: readonly Plant[] = [
  {
    what: 'arXiv id next to its own',
    plant(soil) {
      const id = unrecorded(soil)
      return id ? withText(soil.file, ['paper'], `https://arxiv.org/abs/${id}`) : undefined
    },
  },
  {
    what: 'arXiv id of another paper',
    plant(soil) {
      const { paper } = soundFacts(otherOf(soil))
      return paper && arxivIdOf(paper)
        ? also(withText(soil.file, ['paper'], paper), 'one-paper-one-entry', 'published')
        : undefined
    },
  },
  {
    what: 'page of somebody else',
    plant: ({ file }) => withText(file, ['paper'], 'https://example.org/paper.pdf'),
  },
  {
    what: 'title of another paper',
    plant: (soil) => titled(soil, soundFacts(otherOf(soil)).title ?? ''),
  },
  {
    what: 'last word of the title replaced',
    plant: (soil) => titled(soil, (soil.facts.title ?? '').replace(/\S+$/, 'Everything')),
  },
  authors('another surname', ([name = '']) => ({ index: 0, name: `${name}ova` })),
  authors('another given name', ([name = '']) =>
    /^Z/i.test(name) ? undefined : { index: 0, name: `Zoë ${surname(name)}` },
  ),
  authors('another last author', (names) => ({ index: names.length - 1, name: 'Zoë Elsewhere' })),
  {
    what: 'two authors exchanged',
    plant({ file, facts: { authors: [first = '', second = ''] = [] } }) {
      if (!second || surname(first) === surname(second)) return undefined
      const edit = withText(file, ['authors', 1], first)
      return edit && withText(parseEntryFile(file.path, edit.source), ['authors', 0], second)
    },
  },
  {
    what: 'first author left out',
    plant: ({ file, facts: { authors: [first = '', second = ''] = [] } }) =>
      surname(first) === surname(second)
        ? undefined
        : also(withoutItem(file, 'authors', 0), 'canonical-form'),
  },
  {
    what: 'last author left out',
    plant({ file, facts: { authors: names = [] } }) {
      const last = names.length - 1
      const edit = withoutItem(file, 'authors', last)
      return edit && also({ ...edit, line: lineOf(file, ['authors', last - 1]) }, 'canonical-form')
    },
  },
  {
    what: 'an author too many',
    plant: ({ file }) => withItem(file, 'authors', 'Zoë Elsewhere'),
  },
  {
    what: 'DOI of another paper',
    plant(soil) {
      const dois = [...(soil.ground.around.identities?.byDoi.keys() ?? [])]
      const own = doiOf(soil.facts.doi ?? '')?.toLowerCase()
      const doi = dois.filter((one) => one !== own)[soil.nth % Math.max(1, dois.length - 1)]
      return doi
        ? also(withFact(soil.file, 'doi', `doi: ${doi}`), 'one-paper-one-entry')
        : undefined
    },
  },
  {
    what: 'a digit more in the DOI',
    plant: ({ file, facts: { doi } }) => (doi ? withText(file, ['doi'], `${doi}1`) : undefined),
  },
]
