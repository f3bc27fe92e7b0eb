import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Document, isMap, parseDocument } from 'yaml'
import { readPlainFile } from '../../src/content/plain-file.ts'
import { gapsIn } from '../../src/rules/gaps.ts'
import { parseEntryFile } from '../../src/text/entry-file.ts'
import { replaceFile } from '../check/atomic-write.ts'

const header = '# What entries are known to lack. Take a fact out when its entry has it.'

/**
 * Adds the missing facts of a folder's new entries to the known gaps, which the check only counts. A folder outside a list
 * has no gaps.
 */
export function recordGaps(folder: string, entries: readonly { id: string; text: string }[]): void {
  const content = dirname(folder)
  if (entries.length === 0 || !existsSync(join(content, 'site.yaml'))) return
  const path = join(content, 'gaps.yaml')
  const document: Document = parseDocument(existsSync(path) ? readPlainFile(path) : header)
  // The check reports an invalid file.
  if (document.errors.length > 0) return
  const list = isMap(document.contents) ? document.contents : document.createNode({})
  document.contents = list
  list.flow = false
  for (const { id, text } of entries) {
    const gaps = gapsIn(parseEntryFile(`${id}.mdx`, text))
    if (gaps.length > 0) list.set(id, document.createNode(gaps, { flow: true }))
  }
  if (list.items.length > 0)
    replaceFile(path, document.toString({ lineWidth: 0, flowCollectionPadding: false }))
}
