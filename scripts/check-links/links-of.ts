import type { Nodes } from 'mdast'
import { isSafeAddress } from '../../src/model/address.ts'
import { canonicalPaperAddress } from '../../src/model/identifier.ts'
import { soundFacts } from '../../src/rules/engine/sound-facts.ts'
import type { EntryFile } from '../../src/text/entry-file.ts'

/** An address, and where it stands. */
export interface FoundLink {
  address: string
  /** The file, relative to the project's root. */
  path: string
  /** Line, from 1. */
  line: number
  /** Column, from 1. */
  column: number
}

/** Every address in the facts and the text of entries and pages that a reader may follow, in the order of the files. */
export function linksOf(files: readonly EntryFile[]): FoundLink[] {
  return files.flatMap((file) => {
    const { paper, doi, links = {} } = soundFacts(file)
    const fact = (address: string | undefined, path: readonly string[]) =>
      address ? [{ address, path: file.path, ...file.frontMatter.placeOf(path) }] : []
    return [
      ...fact(paper, ['paper']),
      ...fact(doi && canonicalPaperAddress(doi), ['doi']),
      ...Object.entries(links).flatMap(([kind, address]) => fact(address, ['links', kind])),
      ...linksIn(file.body, file.path),
    ].filter(({ address }) => isSafeAddress(address))
  })
}

function linksIn(node: Nodes, path: string): FoundLink[] {
  const { line = 1, column = 1 } = node.position?.start ?? {}
  const own = node.type === 'link' ? [{ address: node.url, path, line, column }] : []
  return 'children' in node
    ? [...own, ...node.children.flatMap((child) => linksIn(child, path))]
    : own
}
