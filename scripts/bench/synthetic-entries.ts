import { entryPaths, loadEntryFile, papersFolder } from '../../src/content/read.ts'
import { type EntryFacts, entryFacts } from '../../src/model/entry.ts'
import { idFromTitle } from '../../src/model/identifier.ts'
import { venueYear } from '../../src/model/venue.ts'
import type { EntryContent } from '../../src/text/entry-writer.ts'

/**
 * Generates synthetic entries. Each has the facts of one real entry, the abstract and evidence of another, and a title combined
 * from two. The result depends only on the count and the real entries.
 */
export function* syntheticEntries(
  content: string,
  count: number,
): Generator<EntryContent & { id: string }> {
  const real = entryPaths(`${content}/${papersFolder}`)
    .map(loadEntryFile)
    .map(({ frontMatter, abstract }) => ({ facts: entryFacts.parse(frontMatter.values), abstract }))
  const tails = real.flatMap(({ facts }) => facts.title.split(': ').slice(1))
  const venues = real.flatMap(({ facts }) => facts.venue ?? [])
  for (let number = 0; number < count; number++) {
    const round = Math.floor(number / real.length)
    const factSource = real[number % real.length]
    // A different offset in each round, so that the same pair of entries seldom repeats.
    const textSource = real[(number + 7 * round + 1) % real.length]
    if (!factSource || !textSource) return
    const head = factSource.facts.title.replace(/:.*/s, '')
    const title = `${head} ${number}: ${tails[(number + round) % tails.length]}`
    const venue = venues[number % venues.length] ?? 'Somewhere 2023'
    const year = venueYear(venue) ?? '2023'
    const month = `${1 + (number % 12)}`.padStart(2, '0')
    const facts: EntryFacts = {
      ...factSource.facts,
      title,
      published: `${year}-${month}`,
      paper: `https://arxiv.org/abs/${year.slice(2)}${month}.${String(number + 1).padStart(5, '0')}`,
      venue,
      links: { code: `https://github.com/example/paper-${number}` },
      evidence: textSource.facts.evidence,
      added: `${year}-${month}-28`,
      // These must be unique.
      doi: undefined,
      names: undefined,
      alsoTitled: undefined,
      formerIds: undefined,
    }
    const id = `${idFromTitle(head).slice(0, 70).replace(/-$/, '')}-${number}`
    yield { id, facts, abstract: textSource.abstract }
  }
}
