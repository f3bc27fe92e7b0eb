import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { papersFolder } from '../../src/content/read.ts'
import type { Finding } from '../../src/model/finding.ts'
import type { List } from '../../src/rules/engine/rule.ts'
import { linkFinding } from '../../src/rules/file-name.ts'
import { parseDataFile } from '../../src/text/data-file.ts'
import { type EntryFile, parseEntryFile } from '../../src/text/entry-file.ts'

/** A path as findings name it: below the present folder where it lies there, with forward slashes. */
export function shownPath(path: string): string {
  const below = relative('.', path)
  const shown = below.startsWith(`..${sep}`) || below === '..' ? resolve(path) : below
  return shown.replaceAll('\\', '/')
}

/** The files of a folder and of those below it, in the order of their names; hidden ones and links are left out. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((item) => {
      const path = join(folder, item.name)
      if (item.isDirectory()) return filesBelow(path)
      return item.isFile() ? [shownPath(path)] : []
    })
}

/** Links among the entries: they would show a file that is not the entry's own. */
export function linksBelow(folder: string): Finding[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((item) => item.isSymbolicLink())
    .map((item) => linkFinding(shownPath(join(item.parentPath, item.name))))
}

/** Reads an entry or a page. Never throws for what is in it. */
export function readEntry(path: string): EntryFile {
  return parseEntryFile(shownPath(path), readFileSync(path, 'utf8'))
}

/** Reads every file of a content folder. */
export function readList(content: string): List {
  const text = (path: string) => readFileSync(path, 'utf8')
  const pages = ['topics', 'paths'].flatMap((name) => filesBelow(join(content, name)))
  const data = [
    ...['site.yaml', 'gaps.yaml'].map((name) => shownPath(join(content, name))).filter(existsSync),
    ...filesBelow(join(content, 'vocabulary')).filter((path) => path.endsWith('.yaml')),
  ]
  return {
    entries: filesBelow(join(content, papersFolder)).map(readEntry),
    pages: pages.filter((path) => path.endsWith('.mdx')).map(readEntry),
    data: data.map((path) => parseDataFile(path, text(path))),
  }
}

/** The records of papers that a content folder keeps; none where it keeps no listing. */
export function readRecords(content: string): unknown[] {
  return ['bibliography.json', 'identities.json']
    .map((name) => join(content, 'listing', name))
    .filter(existsSync)
    .map((path): unknown => JSON.parse(readFileSync(path, 'utf8')))
}

/** Whether a folder is a whole list, with topics and vocabulary of its own. */
export function isContent(path: string): boolean {
  return ['topics', 'vocabulary'].every((name) => existsSync(join(path, name)))
}

/** The files that a target names: itself, or the entries of a folder. */
export function targetFiles(target: string): string[] {
  if (!statSync(target).isDirectory()) return [shownPath(target)]
  const papers = join(target, papersFolder)
  return filesBelow(existsSync(papers) ? papers : target)
}
