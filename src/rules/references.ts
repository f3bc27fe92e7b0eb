import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { VFileMessage } from 'vfile-message'
import { topicFacts } from '../model/topic.ts'
import { nearestName } from '../similarity/edit-distance.ts'
import type { EntryFile } from '../text/entry-file.ts'
import { startOf, withoutMark } from '../text/place.ts'
import { pageFaults, readAsCompiled } from './engine/page-guard.ts'
import type { EntryRule, ListRule, Remark } from './engine/rule.ts'
import { type Described, schemaRemarks } from './engine/schema-remarks.ts'
import { shown } from './engine/words.ts'
import { sayOfFault } from './prose-only.ts'

const examples = new Map([
  ['name', 'name: "Safety"'],
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

/** Pages of topics and paths name entries that exist, use the few components that they may, and run nothing. */
export const references: ListRule = {
  name: 'references',
  sentence:
    'Pages of topics and paths name entries by their ids, with the one component that there is, and run no code.',
  *check({ pages, entries }) {
    const ids = new Set(entries.map(({ id }) => id))
    for (const { body, path } of pages) {
      for (const remark of strangers(body, ids)) yield { ...remark, path }
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
    if (/(?:^|\/)topics\/[^/]*$/.test(page.path)) yield* schemaRemarks(topic, page.frontMatter)
    else if (Object.hasOwn(values, 'layout')) {
      // Astro would import the file that it names.
      const message = 'Unexpected key `layout`, expected facts of the page. Take it out.'
      yield { ...placeOf(['layout'], 'key'), message }
    }
    const faults = [...pageFaults(page.body, page.source)]
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
    const near = nearestName(id, [...ids])
    const cure = near ? `Did you mean \`${near}\`?` : 'Write the name of its file, without `.mdx`.'
    const message = `Unexpected entry ${shown(id, 100)}, expected the id of one in the list. ${cure}`
    named.push({ ...startOf(node), message })
  })
  yield* named
}

/** What else Astro would find when it compiles the page: it reads the facts and the Markdown in a way of its own. */
function* compiled({ source, frontMatter: { bodyStart } }: EntryFile): Iterable<Remark> {
  const text = withoutMark(source)
  const facts = text.slice(0, bodyStart).split('\n').slice(1, -2)
  const fence = facts.findIndex((line) => /^(?:---|\+\+\+)/.test(line))
  if (fence >= 0) {
    const message = `Unexpected ${shown(facts[fence] ?? '')} among the facts, which Astro takes for their end, expected \`key: value\`. Take the line out.`
    yield { line: fence + 2, column: 1, message }
  }
  try {
    readAsCompiled(text.slice(0, bodyStart).replace(/[^\r\n]/g, ' ') + text.slice(bodyStart))
  } catch (error) {
    if (!(error instanceof VFileMessage)) throw error
    const { line = 1, column = 1, reason } = error
    yield { line, column, message: reason }
  }
}
