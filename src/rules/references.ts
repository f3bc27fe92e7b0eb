import { pathFacts } from '../model/path.ts'
import { pageFacts, topicFacts } from '../model/topic.ts'
import { nearestName } from '../similarity/edit-distance.ts'
import { parseBody } from '../text/body.ts'
import type { EntryFile } from '../text/entry-file.ts'
import { shown } from '../text/messages.ts'
import { startOf, withoutBom } from '../text/place.ts'
import { pageProblems } from './engine/page-guard.ts'
import { type EntryRule, type ListRule, nodesIn, type Problem } from './engine/rule.ts'
import { schemaProblems } from './engine/schema-problems.ts'
import { messageForFault } from './prose-only.ts'

/** The schemas of the front matter of pages, by folder. */
const schemas = new Map(Object.entries({ topics: topicFacts, paths: pathFacts, pages: pageFacts }))

const examples = new Map([
  ['order', 'order: 2'],
  ['steps', 'steps: [{paper: the-id-of-an-entry, why: "…"}, …]'],
])

/** Checks that pages refer to existing entries. `pageContent` is the part of this rule that needs no other files. */
export const references: ListRule = {
  name: 'references',
  sentence: 'Pages refer to entries by their ids, use only the components below, and run no code.',
  *check({ pages, entries }) {
    const ids = new Set(entries.map(({ id }) => id))
    for (const page of pages) {
      for (const problem of unknownEntries(page, ids)) yield { ...problem, path: page.path }
    }
  },
}

/** Checks the facts, the syntax and the components of one page. The build checks the tree that it compiles again. */
export const pageContent: EntryRule = {
  name: references.name,
  sentence: references.sentence,
  *check(page) {
    const { bodyStart } = page.frontMatter
    const text = withoutBom(page.source)
    const schema = schemas.get(/([^/]*)\/[^/]*$/.exec(page.path)?.[1] ?? '')
    if (schema)
      yield* schemaProblems({ schema, example: (key) => examples.get(key) }, page.frontMatter)
    const facts = text.slice(0, bodyStart).split('\n').slice(1, -2)
    const fence = facts.findIndex((line) => /^(?:---|\+\+\+)/.test(line))
    if (fence >= 0) {
      const message = `Unexpected ${shown(facts[fence] ?? '')} among the facts, which Astro reads as their end, expected \`key: value\`. Take the line out.`
      yield { line: fence + 2, column: 1, message }
    }
    // In a page, a carriage return ends a line even without a line feed; in the body of an entry it doesn't.
    const blank = text.slice(0, bodyStart).replace(/[^\r\n]/g, ' ')
    const { body, faults } = parseBody(blank + text.slice(bodyStart))
    for (const fault of faults) yield { ...fault, message: messageForFault(page.source, fault) }
    yield* pageProblems(body, page)
  },
}

/** Yields a problem for each unknown entry in a page, and for each repeated step of a path. */
function* unknownEntries(
  { body, frontMatter: { values, placeOf } }: EntryFile,
  ids: ReadonlySet<string>,
): Iterable<Problem> {
  for (const node of nodesIn(body)) {
    if (!('name' in node) || node.name !== 'Paper') continue
    const id = node.attributes.find((one) => 'name' in one && one.name === 'id')?.value
    if (typeof id === 'string' && !ids.has(id))
      yield { ...startOf(node), message: messageForUnknown(id, ids) }
  }
  const seen = new Set<string>()
  const path = pathFacts.pick({ steps: true }).safeParse({ steps: values['steps'] }).data
  for (const [at, { paper }] of (path?.steps ?? []).entries()) {
    const duplicate = `Unexpected second step ${shown(paper, 100)}, expected each paper once. Take one out.`
    const message = ids.has(paper) ? seen.has(paper) && duplicate : messageForUnknown(paper, ids)
    if (message) yield { ...placeOf(['steps', at, 'paper']), message }
    seen.add(paper)
  }
}

function messageForUnknown(id: string, ids: ReadonlySet<string>): string {
  const near = nearestName(id, [...ids])
  const fix = near ? `Did you mean \`${near}\`?` : 'Write the name of its file, without `.mdx`.'
  return `Unexpected id ${shown(id, 100)}, expected the id of an entry on the list. ${fix}`
}
