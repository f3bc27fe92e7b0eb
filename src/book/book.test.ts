import { parseXml, type XmlElement } from '@rgrove/parse-xml'
import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { bookOf } from './book.ts'
import { bookContent } from './fixtures/book-content.ts'

// An e-reader would refuse the whole book, or a link in the book would be broken.

const book = bookOf(bookContent)
const files = Object.entries(unzipSync(book)).map(
  ([name, bytes]) => [name, strFromU8(bytes)] as const,
)
const pages = files.flatMap(([name, text]) =>
  name.endsWith('.xhtml') ? [[name, parseXml(text)] as const] : [],
)

function elementsIn(node: { children: readonly unknown[] }): XmlElement[] {
  return node.children.flatMap((child) => {
    const element = child as XmlElement
    return element.type === 'element' ? [element, ...elementsIn(element)] : []
  })
}

it('begins with its uncompressed media type, and is the same in every build', () => {
  expect(strFromU8(book.slice(30, 58))).toBe('mimetypeapplication/epub+zip')
  expect(bookOf(bookContent)).toEqual(book)
})

it('is valid XML, and each link leads to a place in the book or to the web', () => {
  const places = pages.flatMap(([name, page]) => [
    name,
    ...elementsIn(page).flatMap(({ attributes: { id } }) => (id ? [`${name}#${id}`] : [])),
  ])
  const links = pages.flatMap(([, page]) =>
    elementsIn(page).flatMap(({ name, attributes: { href } }) =>
      name === 'a' && href ? [href] : [],
    ),
  )
  expect(links.length).toBeGreaterThan(50)
  expect(links.filter((href) => !/^https?:/.test(href) && !places.includes(href))).toEqual([])
})

it('has every paper once, with its abstract, and declares its mathematics', () => {
  const text = pages.map(([, page]) => page.root?.text ?? '').join('')
  for (const { entry } of bookContent.references) {
    const ids = pages.flatMap(([, page]) =>
      elementsIn(page).filter(({ attributes: { id } }) => id === `p-${entry.id}`),
    )
    expect(ids, entry.id).toHaveLength(1)
    expect(text).toContain(entry.abstractText.slice(0, 60))
  }
  const manifest = files.find(([name]) => name === 'book.opf')?.[1]
  expect(manifest).toContain('properties="mathml"')
})
