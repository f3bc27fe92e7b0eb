import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { select, selectAll } from 'hast-util-select'
import { toString as textContent } from 'hast-util-to-string'
import { filesBelow, pathOf } from '../build/built-facts.ts'

/** One page of the built site. */
export interface BuiltPage {
  /** Its file below the site's folder: `papers/index.html`. */
  file: string
  /** Its address below the base: `papers/`; `404.html` for the page of missing pages. */
  path: string
  html: string
  tree: Root
}

/** Reads every page below a built site's folder. */
export function builtPages(folder: string): BuiltPage[] {
  return filesBelow(folder)
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const html = readFileSync(join(folder, file), 'utf8')
      return { file, path: pathOf(file), html, tree: fromHtml(html) }
    })
}

/** The elements of a page that a CSS selector finds. */
export function elementsOf(page: BuiltPage, selector: string): Element[] {
  return selectAll(selector, page.tree)
}

/** The text of the first element that a selector finds, white space folded; undefined when there is none. */
export function textOf(page: BuiltPage, selector: string): string | undefined {
  const element = select(selector, page.tree)
  return element && textContent(element).replace(/\s+/g, ' ').trim()
}

/** An attribute of the first element that a selector finds; undefined when there is none. */
export function attributeOf(page: BuiltPage, selector: string, name: string): string | undefined {
  const value = select(selector, page.tree)?.properties[name]
  return value === undefined || value === null ? undefined : String(value)
}
