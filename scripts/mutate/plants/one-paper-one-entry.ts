import type { EntryFacts } from '../../../src/model/entry.ts'
import { arxivIdOf } from '../../../src/model/identifier.ts'
import { type EntryFile, parseEntryFile } from '../../../src/text/entry-file.ts'
import { lineOf, withFact, withoutFact, withText } from '../edits.ts'
import type { Plant, Soil } from '../plant.ts'

/** A paper that is none of the list's, in the text of one that is: the newest entry, beside it. */
function stranger({ file, nth, ground }: Soil): EntryFile {
  const path = `content/papers/zebra-crossings-at-night-${nth}.mdx`
  const steps: ((file: EntryFile) => { source: string } | undefined)[] = [
    (one) => withText(one, ['title'], 'Zebra Crossings at Night, as Seen by Owls'),
    (one) => withFact(one, 'authors', 'authors: [Zoë Elsewhere, Ada Nowhere]'),
    (one) => withText(one, ['paper'], 'https://arxiv.org/abs/2001.99999'),
    (one) => withText(one, ['added'], ground.around.today),
    (one) => withoutFact(one, 'doi'),
    (one) => withoutFact(one, 'alsoTitled'),
    (one) => withoutFact(one, 'names'),
  ]
  return steps.reduce(
    (one, step) => parseEntryFile(path, step(one)?.source ?? one.source),
    parseEntryFile(path, file.source),
  )
}

/** What else is wrong with the stranger is no matter here. */
const besides = ['canonical-address', 'canonical-form', 'identity', 'published', 'venue']

const beside = (
  what: string,
  fact: keyof EntryFacts,
  change: (soil: Soil, stranger: EntryFile) => { source: string } | undefined,
): Plant => ({
  what,
  plant(soil) {
    const other = stranger(soil)
    const edit = change(soil, other)
    if (!edit) return undefined
    const { path } = other
    const file = parseEntryFile(path, edit.source)
    const line = lineOf(file, [fact])
    return { source: edit.source, line, path, beside: true, also: besides }
  },
})

/** The letters of a title with one of them another. */
function misspelt(title: string): string | undefined {
  const found = /(\p{Lowercase_Letter}{3})\p{Lowercase_Letter}/u.exec(title)
  if (!found) return undefined
  const at = found.index + 3
  return title.slice(0, at) + (title[at] === 'x' ? 'z' : 'x') + title.slice(at + 1)
}

/** The same paper in a second entry. */
export const onePaperOneEntry: readonly Plant[] = [
  beside('same arXiv id', 'paper', ({ facts: { paper = '' } }, one) =>
    arxivIdOf(paper) ? withText(one, ['paper'], paper) : undefined,
  ),
  beside('same arXiv id in another form', 'paper', ({ facts: { paper = '' } }, one) => {
    const id = arxivIdOf(paper)
    return id ? withText(one, ['paper'], `https://arxiv.org/pdf/${id}v2`) : undefined
  }),
  beside('same DOI', 'doi', ({ facts: { doi } }, one) =>
    doi ? withFact(one, 'doi', `doi: ${doi.toUpperCase()}`) : undefined,
  ),
  beside('same title', 'title', ({ file, facts: { title = '', authors = [] } }, one) => {
    const edit = withText(one, ['title'], title)
    const next = edit && parseEntryFile(file.path, edit.source)
    return next && withFact(next, 'authors', `authors: ["${authors[0]}"]`)
  }),
  beside(
    'same title in lower case',
    'title',
    ({ file, facts: { title = '', authors = [] } }, one) => {
      const edit = withText(one, ['title'], title.toLowerCase().replace(/[:,]/g, ' -'))
      const next = edit && parseEntryFile(file.path, edit.source)
      return next && withFact(next, 'authors', `authors: ["${authors[0]}"]`)
    },
  ),
  beside(
    'title with one letter wrong',
    'title',
    ({ file, facts: { title = '', authors = [] } }, one) => {
      const other = misspelt(title)
      const edit = other ? withText(one, ['title'], other) : undefined
      const next = edit && parseEntryFile(file.path, edit.source)
      return next && withFact(next, 'authors', `authors: ["${authors[0]}"]`)
    },
  ),
  beside(
    'its title as an earlier one',
    'alsoTitled',
    ({ file, facts: { title = '', authors = [] } }, one) => {
      const edit = withFact(one, 'alsoTitled', `alsoTitled: ["${title}"]`)
      const next = edit && parseEntryFile(file.path, edit.source)
      return next && withFact(next, 'authors', `authors: ["${authors[0]}"]`)
    },
  ),
  beside('its id as a former one', 'formerIds', ({ file }, one) =>
    withFact(one, 'formerIds', `formerIds: [${file.id}]`),
  ),
]
