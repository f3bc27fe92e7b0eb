import type { Root } from 'mdast'
import { entryPaths, loadEntryFile, papersFolder } from '../../src/content/read.ts'
import { type EntryFacts, entryFacts } from '../../src/model/entry.ts'
import { idFromTitle } from '../../src/model/identifier.ts'
import { authorName } from '../../src/model/person.ts'
import { venueYear } from '../../src/model/venue.ts'
import type { EntryContent } from '../../src/text/entry-writer.ts'
import { plainText } from '../../src/text/plain.ts'
import { type Random, seededRandom } from './random.ts'

/** What the synthetic entries are made of: the parts of the real ones. */
interface Stock {
  facts: EntryFacts[]
  heads: string[]
  tails: string[]
  authors: string[]
  venues: string[]
  sentences: string[]
  sentenceCounts: number[]
}

/**
 * Entries that do not exist, made of real titles, names and sentences put together anew: the same count gives
 * the same entries. They have every fact that a real one has, and as many words.
 */
export function* syntheticEntries(
  content: string,
  count: number,
): Generator<EntryContent & { id: string }> {
  const stock = takeStock(content)
  const random = seededRandom(1)
  const taken = new Set<string>()
  for (let number = 0; number < count; number++) {
    const entry = syntheticEntry(stock, random, number)
    let id = idFromTitle(entry.facts.title)
    if (taken.has(id)) id = `${id.slice(0, 70).replace(/-$/, '')}-${number}`
    taken.add(id)
    yield { ...entry, id }
  }
}

function takeStock(content: string): Stock {
  const files = entryPaths(`${content}/${papersFolder}`).map(loadEntryFile)
  const facts = files.map(({ frontMatter }) => entryFacts.parse(frontMatter.values))
  const abstracts = files.map(({ abstract }) => sentencesOf(plainText(abstract)))
  const titles = facts.map(({ title }) => title)
  return {
    facts,
    heads: titles.map((title) => title.replace(/:.*/s, '')),
    tails: titles.flatMap((title) => title.split(': ').slice(1)),
    authors: [...new Set(facts.flatMap(({ authors }) => authors?.map(authorName) ?? []))],
    venues: facts.flatMap(({ venue }) => venue ?? []),
    sentences: abstracts.flat(),
    sentenceCounts: abstracts.map(({ length }) => length),
  }
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

function sentencesOf(text: string): string[] {
  return [...segmenter.segment(text.replaceAll('\n', ' '))]
    .map(({ segment }) => segment.trim())
    .filter((sentence) => sentence.length > 20)
}

function syntheticEntry(
  stock: Stock,
  random: Random,
  number: number,
): { facts: EntryFacts; abstract: Root } {
  const model = random.pick(stock.facts)
  const sentences = random.sample(stock.sentences, random.pick(stock.sentenceCounts))
  const month = `${1 + random.below(12)}`.padStart(2, '0')
  const venue = random.pick(stock.venues)
  const year = venueYear(venue) ?? '2023'
  const name = `${random.pick(stock.authors).split(' ').at(-1)}-${number}`
  const facts: EntryFacts = {
    ...model,
    title: `${random.pick(stock.heads)} ${number}: ${random.pick(stock.tails)}`,
    authors: random.sample(stock.authors, 2 + random.below(8)),
    published: `${year}-${month}`,
    paper: `https://arxiv.org/abs/${year.slice(2)}${month}.${String(number).padStart(5, '0')}`,
    venue,
    links: { code: `https://github.com/${idFromTitle(name)}/code` },
    evidence: random.pick(sentences),
  }
  delete facts.names
  delete facts.alsoTitled
  delete facts.doi
  return {
    facts,
    abstract: {
      type: 'root',
      children: [{ type: 'paragraph', children: [{ type: 'text', value: sentences.join(' ') }] }],
    },
  }
}
