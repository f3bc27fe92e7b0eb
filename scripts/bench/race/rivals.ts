import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Corpus } from '../../../src/search/corpus.ts'
import { writePagefind } from '../../eval-search/default-pagefind.ts'
import { miniSearchIndex, miniSearchOptions } from '../../eval-search/mini-search.ts'

// The least page that a search can have: it shows titles, and says when it is busy as this site's own page does.
const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>A rival</title>
<main data-search><input type="search"><ol></ol></main>
<script type="module" src="search.js"></script>
</html>
`

const script = `import { open } from './engine.js'
const main = document.querySelector('main')
let engine
main.querySelector('input').addEventListener('input', async ({ target }) => {
  main.setAttribute('aria-busy', 'true')
  engine ??= open()
  const titles = await (await engine)(target.value).catch(() => [])
  main.querySelector('ol').replaceChildren(...titles.map((title) => {
    const item = document.createElement('li')
    item.textContent = title
    return item
  }))
  main.removeAttribute('aria-busy')
})
`

const pagefindEngine = `export async function open() {
  const pagefind = await import('./pagefind/pagefind.js')
  await pagefind.init()
  return async (query) => {
    const { results } = await pagefind.search(query)
    const shown = await Promise.all(results.slice(0, 20).map((result) => result.data()))
    return shown.map(({ meta }) => meta.title)
  }
}
`

const miniSearchEngine = `import MiniSearch from './minisearch.js'
export async function open() {
  const response = await fetch('./index.json')
  const index = MiniSearch.loadJSON(await response.text(), ${JSON.stringify(miniSearchOptions.index)})
  return async (query) => index.search(query, ${JSON.stringify(miniSearchOptions.search)})
    .slice(0, 20).map(({ title }) => title)
}
`

/** A site of one page that another search runs on, over the same texts as this site's. */
export interface Rival {
  name: string
  /** Writes the site into an empty folder. */
  write(corpus: Corpus, folder: string): Promise<void>
}

function writePage(folder: string, engine: string): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'index.html'), page)
  writeFileSync(join(folder, 'search.js'), script)
  writeFileSync(join(folder, 'engine.js'), engine)
}

/** What this site's search is measured beside: Pagefind with its defaults, MiniSearch as it is tuned for the evaluation. */
export const rivals: readonly Rival[] = [
  {
    name: 'Pagefind',
    async write(corpus, folder) {
      writePage(folder, pagefindEngine)
      await writePagefind(corpus, join(folder, 'pagefind'))
    },
  },
  {
    name: 'MiniSearch',
    async write(corpus, folder) {
      writePage(folder, miniSearchEngine)
      copyFileSync(fileURLToPath(import.meta.resolve('minisearch')), join(folder, 'minisearch.js'))
      writeFileSync(join(folder, 'index.json'), JSON.stringify(miniSearchIndex(corpus)))
    },
  },
]
