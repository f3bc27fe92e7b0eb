import { replace } from '../edits.ts'
import type { Plant } from '../plant.ts'

const onPage = (what: string, write: (id: string) => string): Plant => ({
  what,
  plant({ file: { id }, facts: { topics: [topic = ''] = [] }, ground }) {
    const page = ground.list.pages.find((one) => one.id === topic)
    if (!page) return undefined
    const { path, source } = page
    const lines = source.trimEnd().split('\n').length
    return { path, source: `${source.trimEnd()}\n\n${write(id)}\n`, line: lines + 2 }
  },
})
const fact = (what: string, words: string, text: string): Plant => ({
  what,
  plant({ facts: { topics: [topic = ''] = [] }, ground }) {
    const page = ground.list.pages.find((one) => one.id === topic)
    const edit = page && replace(page.source, words, text)
    return page && edit && { path: page.path, ...edit }
  },
})

/** Pages that name no entry, or run something. */
export const references: readonly Plant[] = [
  onPage('unknown entry', (id) => `See <Paper id="${id}-x" />.`),
  onPage('letter left out', (id) => `See <Paper id="${id.slice(0, -1)}" />.`),
  onPage('no id', () => 'See <Paper />.'),
  onPage('id as code', (id) => `See <Paper id={"${id}"} />.`),
  onPage('one attribute more', (id) => `See <Paper id="${id}" class="x" />.`),
  onPage('unknown component', (id) => `See <Papers id="${id}" />.`),
  onPage('expression', (id) => `See {${JSON.stringify(id)}}.`),
  onPage('import', () => `import x from 'node:fs'`),
  onPage('unsafe address', () => 'See [there](javascript:alert).'),
  fact('misspelt fact', '\norder: ', '\nordr: '),
  fact('a word for a number', '\norder: ', '\norder: no'),
]
