import type { Heading, Root } from 'mdast'
import { Document, isScalar, isSeq, type Scalar, type ScalarTag } from 'yaml'
import { stringifyString } from 'yaml/util'
import { type EntryFacts, factNames } from '../model/entry.ts'
import { notesHeading } from './entry-file.ts'
import { writeProse } from './processor.ts'

/** The longest line for a list in front matter, in characters. In a longer list each item gets its own line. */
const longestListLine = 100

const alwaysQuoted = new Set(['title', 'evidence'])

/** The content of an entry's file. */
export interface EntryContent {
  facts: Partial<EntryFacts>
  abstract: Root
  notes?: Root
}

/**
 * Writes an entry in canonical form: facts in the order of the schema, lists on one line if they fit, quotes only where
 * YAML needs them and around title and evidence, one blank line between blocks, and a line feed at the end.
 */
export function writeEntryFile({ facts, abstract, notes }: EntryContent): string {
  const heading: Heading = {
    type: 'heading',
    depth: 2,
    children: [{ type: 'text', value: notesHeading }],
  }
  const body: Root = {
    type: 'root',
    children: notes ? [...abstract.children, heading, ...notes.children] : abstract.children,
  }
  return `---\n${writeFrontMatter(facts)}---\n\n${writeProse(body)}`
}

/** Text that needs no quotes in YAML. For other text, the library tries whether it looks like a value of each type. */
const plainWords =
  /^(?!(?:y|yes|no?|on|off|true|false|null)$)\p{Letter}[\p{Letter}\p{Number} .()/-]*(?<! )$/iu

const words: ScalarTag = {
  tag: 'tag:yaml.org,2002:str',
  default: true,
  identify: (value) => typeof value === 'string',
  resolve: String,
  stringify: (item, ...context) =>
    item.type === undefined && plainWords.test(String(item.value))
      ? String(item.value)
      : stringifyString(item as Scalar<string>, ...context),
}

/** Writes facts as canonical YAML, without the `---` lines. */
function writeFrontMatter(facts: Partial<EntryFacts>): string {
  const written = factNames.filter((name) => facts[name] !== undefined)
  // The core schema and YAML 1.1 decide what needs quotes, so that every YAML parser reads the same strings.
  const document = new Document(new Map(written.map((name) => [name, facts[name]])), {
    aliasDuplicateObjects: false,
    compat: 'yaml-1.1',
    customTags: (tags) => [words, ...tags],
    schema: 'core',
  })
  for (const name of written) {
    const [node, value]: [unknown, unknown] = [document.get(name, true), facts[name]]
    if (isSeq(node) && Array.isArray(value))
      node.flow = `${name}: [${value.join(', ')}]`.length <= longestListLine
    for (const item of alwaysQuoted.has(name) ? (isSeq(node) ? node.items : [node]) : [])
      if (isScalar(item)) item.type = 'QUOTE_DOUBLE'
  }
  const text = print(document)
  // Quotes may have made a list too long for its line.
  const tooLong = text.split('\n').flatMap((line) => {
    const node = line.length > longestListLine && document.get(line.replace(/:.*/, ''), true)
    return isSeq(node) && node.flow ? node : []
  })
  for (const node of tooLong) node.flow = false
  return tooLong.length > 0 ? print(document) : text
}

function print(document: Document): string {
  return document
    .toString({ flowCollectionPadding: false, indentSeq: true, lineWidth: 0 })
    .replace(/^(published|added| {2}date|volume|issue|pages): "([\d-]+)"$/gm, '$1: $2')
}
