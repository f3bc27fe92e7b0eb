import { pathFacts } from '../model/path.ts'
import { pageFacts, topicFacts } from '../model/topic.ts'
import { nearestName } from '../similarity/edit-distance.ts'
import { parseBody } from '../text/body.ts'
import type { EntryFile } from '../text/entry-file.ts'
import { shown } from '../text/messages.ts'
import { startOf, withoutBom } from '../text/place.ts'
import { pageFaults } from './engine/page-guard.ts'
import { type EntryRule, type ListRule, nodesIn, type Remark } from './engine/rule.ts'
import { schemaRemarks } from './engine/schema-remarks.ts'
import { messageForFault } from './prose-only.ts'

/** What the facts of the pages in each folder are held against. */
const schemas = new Map(Object.entries({ topics: topicFacts, paths: pathFacts, pages: pageFacts }))

const examples = new Map([
  ['order', 'order: 2'],
  ['steps', 'steps: [{paper: the-id-of-an-entry, why: "…"}, …]'],
])

/** Pages name entries that exist, use the few components that they may, and run nothing. */
export const references: ListRule = {
  name: 'references',
  sentence:
    'Pages name entries by their ids, use only the components that there are, and run no code.',
  *check({ pages, entries }) {
    const ids = new Set(entries.map(({ id }) => id))
    for (const page of pages) {
      for (const remark of unknownEntries(page, ids)) yield { ...remark, path: page.path }
    }
  },
}

/** What `references` asks of one page by itself. The build asks it again of what it compiles. */
export const soundPage: EntryRule = {
  name: references.name,
  sentence: references.sentence,
  *check(page) {
    const { values, placeOf, bodyStart } = page.frontMatter
    const text = withoutBom(page.source)
    const schema = schemas.get(/([^/]*)\/[^/]*$/.exec(page.path)?.[1] ?? '')
    if (schema) {
      yield* schemaRemarks({ schema, example: (key) => examples.get(key) }, page.frontMatter)
    } else if (Object.hasOwn(values, 'layout')) {
      // Astro would import the file that it names.
      const message = 'Unexpected key `layout`, expected facts of the page. Take it out.'
      yield { ...placeOf(['layout'], 'key'), message }
    }
    const facts = text.slice(0, bodyStart).split('\n').slice(1, -2)
    const fence = facts.findIndex((line) => /^(?:---|\+\+\+)/.test(line))
    if (fence >= 0) {
      const message = `Unexpected ${shown(facts[fence] ?? '')} among the facts, which Astro takes for their end, expected \`key: value\`. Take the line out.`
      yield { line: fence + 2, column: 1, message }
    }
    // MDX takes a single return for the end of a line, which the body of an entry does not.
    const blank = text.slice(0, bodyStart).replace(/[^\r\n]/g, ' ')
    const { body, faults } = parseBody(blank + text.slice(bodyStart))
    for (const fault of faults) yield { ...fault, message: messageForFault(page.source, fault) }
    yield* pageFaults(body, page)
  },
}

/** Entries that a page names and that the list does not have, and steps of a path that stand there twice. */
function* unknownEntries(
  { body, frontMatter: { values, placeOf } }: EntryFile,
  ids: ReadonlySet<string>,
): Iterable<Remark> {
  for (const node of nodesIn(body)) {
    if (!('name' in node) || node.name !== 'Paper') continue
    const id = node.attributes.find((one) => 'name' in one && one.name === 'id')?.value
    if (typeof id === 'string' && !ids.has(id))
      yield { ...startOf(node), message: messageForUnknown(id, ids) }
  }
  const seen = new Set<string>()
  const path = pathFacts.pick({ steps: true }).safeParse({ steps: values['steps'] }).data
  for (const [at, { paper }] of (path?.steps ?? []).entries()) {
    const again = `Unexpected second step ${shown(paper, 100)}, expected each paper once. Take one out.`
    const message = ids.has(paper) ? seen.has(paper) && again : messageForUnknown(paper, ids)
    if (message) yield { ...placeOf(['steps', at, 'paper']), message }
    seen.add(paper)
  }
}

function messageForUnknown(id: string, ids: ReadonlySet<string>): string {
  const near = nearestName(id, [...ids])
  const cure = near ? `Did you mean \`${near}\`?` : 'Write the name of its file, without `.mdx`.'
  return `Unexpected entry ${shown(id, 100)}, expected the id of one in the list. ${cure}`
}
