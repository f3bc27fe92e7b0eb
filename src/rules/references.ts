import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { VFileMessage } from 'vfile-message'
import { pathFacts } from '../model/path.ts'
import { pageFacts, topicFacts } from '../model/topic.ts'
import { nearestName } from '../similarity/edit-distance.ts'
import type { EntryFile } from '../text/entry-file.ts'
import { startOf, withoutMark } from '../text/place.ts'
import { pageFaults, readAsCompiled } from './engine/page-guard.ts'
import type { EntryRule, ListRule, Remark } from './engine/rule.ts'
import { type Described, schemaRemarks } from './engine/schema-remarks.ts'
import { shown } from './engine/words.ts'
import { sayOfFault } from './prose-only.ts'

const examples = new Map([
  ['name', 'name: "The Shelf"'],
  ['order', 'order: 2'],
  ['description', 'description: "One line: what is on the shelf."'],
  ['include', 'include: "The rule that puts a paper here."'],
  ['exclude', 'exclude: "What belongs elsewhere, and where."'],
])

const topic: Described = {
  schema: topicFacts,
  keys: () => Object.keys(topicFacts.shape),
  example: (key) => examples.get(key),
}

const pathExamples = new Map([
  ['name', 'name: "Where to begin"'],
  ['order', 'order: 1'],
  ['for', 'for: "Readers who know nothing of it yet."'],
  ['steps', 'steps:` and below it five to nine times `  - paper: <id>` and `    why: "…"'],
  ['paper', 'paper: the-id-of-an-entry'],
  ['why', 'why: "Why it comes here, and what to look for."'],
])

const readingPath: Described = {
  schema: pathFacts,
  keys: (path) => (path.length === 0 ? Object.keys(pathFacts.shape) : ['paper', 'why']),
  example: (key) => pathExamples.get(key),
}

const prosePage: Described = {
  schema: pageFacts,
  keys: () => Object.keys(pageFacts.shape),
  example: () => 'title: About',
}

/** Pages name entries that exist, use the few components that they may, and run nothing. */
export const references: ListRule = {
  name: 'references',
  sentence:
    'Pages name entries by their ids, use only the components that there are, and run no code.',
  *check({ pages, entries }) {
    const ids = new Set(entries.map(({ id }) => id))
    for (const { body, path, frontMatter } of pages) {
      for (const remark of strangers(body, ids)) yield { ...remark, path }
      for (const remark of steps(frontMatter, ids)) yield { ...remark, path }
    }
  },
}

/** What `references` asks of one page by itself. The build asks it again of what it compiles. */
export const soundPage: EntryRule = {
  name: references.name,
  sentence: references.sentence,
  *check(page) {
    for (const fault of page.bodyFaults) yield { ...fault, message: sayOfFault(page.source, fault) }
    const { values, placeOf } = page.frontMatter
    const folder = /([^/]*)\/[^/]*$/.exec(page.path)?.[1]
    if (folder === 'topics') yield* schemaRemarks(topic, page.frontMatter)
    else if (folder === 'paths') yield* schemaRemarks(readingPath, page.frontMatter)
    else if (folder === 'pages') yield* schemaRemarks(prosePage, page.frontMatter)
    else if (Object.hasOwn(values, 'layout')) {
      // Astro would import the file that it names.
      const message = 'Unexpected key `layout`, expected facts of the page. Take it out.'
      yield { ...placeOf(['layout'], 'key'), message }
    }
    const faults = [...pageFaults(page.body, page)]
    yield* faults
    if (faults.length + page.bodyFaults.length === 0) yield* compiled(page)
  },
}

/** Entries that the page names and that the list does not have. */
function* strangers(body: Root, ids: ReadonlySet<string>): Iterable<Remark> {
  const named: Remark[] = []
  visit(body, ['mdxJsxFlowElement', 'mdxJsxTextElement'], (node) => {
    if (!('name' in node) || node.name !== 'Paper') return
    const id = node.attributes.find((one) => 'name' in one && one.name === 'id')?.value
    if (typeof id !== 'string' || ids.has(id)) return
    named.push({ ...startOf(node), message: sayOfStranger(id, ids) })
  })
  yield* named
}

/** Steps of a path whose entry the list does not have, or that stand there twice. */
function* steps(
  { values, placeOf }: EntryFile['frontMatter'],
  ids: ReadonlySet<string>,
): Iterable<Remark> {
  const seen = new Set<string>()
  const path = pathFacts.pick({ steps: true }).safeParse({ steps: values['steps'] }).data
  for (const [at, { paper }] of (path?.steps ?? []).entries()) {
    const place = placeOf(['steps', at, 'paper'])
    if (!ids.has(paper)) yield { ...place, message: sayOfStranger(paper, ids) }
    else if (seen.has(paper))
      yield {
        ...place,
        message: `Unexpected second step ${shown(paper, 100)}, expected each paper once. Take one out.`,
      }
    seen.add(paper)
  }
}

function sayOfStranger(id: string, ids: ReadonlySet<string>): string {
  const near = nearestName(id, [...ids])
  const cure = near ? `Did you mean \`${near}\`?` : 'Write the name of its file, without `.mdx`.'
  return `Unexpected entry ${shown(id, 100)}, expected the id of one in the list. ${cure}`
}

/** What else Astro would find when it compiles the page: it reads the facts and the Markdown in a way of its own. */
function* compiled({ path, source, frontMatter: { bodyStart } }: EntryFile): Iterable<Remark> {
  const text = withoutMark(source)
  const facts = text.slice(0, bodyStart).split('\n').slice(1, -2)
  const fence = facts.findIndex((line) => /^(?:---|\+\+\+)/.test(line))
  if (fence >= 0) {
    const message = `Unexpected ${shown(facts[fence] ?? '')} among the facts, which Astro takes for their end, expected \`key: value\`. Take the line out.`
    yield { line: fence + 2, column: 1, message }
  }
  try {
    const blank = text.slice(0, bodyStart).replace(/[^\r\n]/g, ' ')
    readAsCompiled({ path, source: blank + text.slice(bodyStart) })
  } catch (error) {
    const known = error instanceof VFileMessage ? error : undefined
    const { line = 1, column = 1 } = known ?? {}
    const message = known?.reason ?? 'Unexpected text that MDX cannot read, expected prose only.'
    yield { line, column, message }
  }
}
