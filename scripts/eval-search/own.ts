import type { Search } from '../../src/search/search.ts'
import { parseState } from '../../src/search/url-state.ts'
import type { Finder } from './finder.ts'
import { depth } from './measures.ts'

/** This site's search, as the page shows its results: what is only near is none. */
export function ownFinder(search: Search): Finder {
  return {
    name: 'this site',
    async find(query) {
      const { near, load } = await search.answer({ ...parseState(''), query })
      if (near) return []
      return (await load(0, depth)).map(({ url }) => url.split('/').at(-2) ?? '')
    },
  }
}
