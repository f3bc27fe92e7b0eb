import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { select, selectAll } from 'hast-util-select'
import { toString as textContent } from 'hast-util-to-string'
import { filesBelow, urlPathOf } from '../build/built-site.ts'

/** One page of the built site. */
export interface BuiltPage {
  /** Its path below the site's folder: `papers/index.html`. */
  file: string
  /** Its URL path below the base: `papers/`; `404.html` for the error page. */
  path: string
  html: string
  tree: Root
}

const sites = new Map<string, BuiltPage[]>()

/** Reads every page below a built site's folder, once for all tests. */
export function builtPages(folder: string): BuiltPage[] {
  const pages =
    sites.get(folder) ??
    filesBelow(folder)
      .filter((file) => file.endsWith('.html'))
      .map((file) => {
        const html = readFileSync(join(folder, file), 'utf8')
        return { file, path: urlPathOf(file), html, tree: fromHtml(html) }
      })
  sites.set(folder, pages)
  return pages
}

/** The elements of a page that match a CSS selector. */
export function elementsOf(page: BuiltPage, selector: string): Element[] {
  return selectAll(selector, page.tree)
}

/** The text of the first match of a selector, with white space collapsed; undefined if there is none. */
export function textOf(page: BuiltPage, selector: string): string | undefined {
  const element = select(selector, page.tree)
  return element && textContent(element).replace(/\s+/g, ' ').trim()
}

/** An attribute of the first match of a selector; undefined if there is none. */
export function attributeOf(page: BuiltPage, selector: string, name: string): string | undefined {
  const value = select(selector, page.tree)?.properties[name]
  return value === undefined || value === null ? undefined : String(value)
}
