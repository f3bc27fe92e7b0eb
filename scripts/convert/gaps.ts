import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Document, isMap, parseDocument } from 'yaml'
import { readPlainFile } from '../../src/content/plain-file.ts'
import { gapsIn } from '../../src/rules/gaps.ts'
import { parseEntryFile } from '../../src/text/entry-file.ts'
import { replaceFile } from '../check/atomic-write.ts'

const header = '# Facts that entries are known to lack. Remove a fact when its entry has it.'

/**
 * Adds the missing facts of new entries to `gaps.yaml`, so that the check counts them and does not report them. Does nothing
 * for a folder outside a list.
 */
export function recordGaps(folder: string, entries: readonly { id: string; text: string }[]): void {
  const content = dirname(folder)
  if (entries.length === 0 || !existsSync(join(content, 'site.yaml'))) return
  const path = join(content, 'gaps.yaml')
  const document: Document = parseDocument(existsSync(path) ? readPlainFile(path) : header)
  // An invalid file is left to the check, which reports it.
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
