import { strToU8, zipSync } from 'fflate'
import { xmlText } from '../exports/escaping.ts'
import type { Site } from '../model/site.ts'

/** A file of the book. */
export interface Chapter {
  /** Its file name without the extension. */
  file: string
  title: string
  /** Its body as XHTML. */
  body: string
  /** Its entries in the table of contents. */
  parts: { id: string; title: string }[]
}

/** The metadata of a book. */
export interface BookFacts extends Pick<Site, 'title' | 'description' | 'language' | 'curators'> {
  /** The permanent identifier of the book, which is an address. */
  identifier: string
  /** The day of the last change. */
  modified: string
}

const style = `body { line-height: 1.4; }
h1, h2 { font-weight: normal; line-height: 1.2; }
h2 { margin-top: 2em; font-size: 1.2em; font-style: italic; }
.source { font-size: 0.9em; }
.claim { font-weight: bold; }
mark { background: none; text-decoration: underline; }
li { margin-top: 0.5em; }
`

/**
 * Packs chapters as a book in EPUB 3. Equal chapters give equal bytes.
 * @see https://www.w3.org/TR/epub-33/
 */
export function epubOf(chapters: readonly Chapter[], facts: BookFacts): Uint8Array<ArrayBuffer> {
  const { title, description, language, curators, identifier, modified } = facts
  const page = (title: string, body: string) => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${language}" xml:lang="${language}">
<head><title>${xmlText(title)}</title><link rel="stylesheet" href="style.css"/></head>
<body>
${body}
</body>
</html>
`
  const contents = chapters.map(({ file, title, parts }) => {
    const items = parts.map(
      (part) => `<li><a href="${file}.xhtml#${part.id}">${xmlText(part.title)}</a></li>`,
    )
    const list = items.length > 0 ? `\n<ol>\n${items.join('\n')}\n</ol>\n` : ''
    return `<li><a href="${file}.xhtml">${xmlText(title)}</a>${list}</li>`
  })
  const manifest = chapters.map(({ file, body }) => {
    const properties = body.includes('<math') ? ' properties="mathml"' : ''
    return `<item id="${file}" href="${file}.xhtml" media-type="application/xhtml+xml"${properties}/>`
  })
  const files = {
    'META-INF/container.xml': `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`,
    'book.opf': `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${language}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${xmlText(identifier)}</dc:identifier>
<dc:title>${xmlText(title)}</dc:title>
<dc:language>${language}</dc:language>
<dc:description>${xmlText(description)}</dc:description>
${curators.map((name) => `<dc:creator>${xmlText(name)}</dc:creator>`).join('\n')}
<meta property="dcterms:modified">${modified}T00:00:00Z</meta>
<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">tableOfContents</meta>
<meta property="schema:accessibilityFeature">MathML</meta>
<meta property="schema:accessibilityHazard">none</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="style" href="style.css" media-type="text/css"/>
${manifest.join('\n')}
</manifest>
<spine>
${chapters.map(({ file }, at) => `<itemref idref="${file}"/>${at === 0 ? '<itemref idref="nav"/>' : ''}`).join('\n')}
</spine>
</package>
`,
    'nav.xhtml': page(
      'Contents',
      `<nav epub:type="toc"><h1>Contents</h1>\n<ol>\n${contents.join('\n')}\n</ol></nav>`,
    ),
    'style.css': style,
    ...Object.fromEntries(
      chapters.map(({ file, title, body }) => [`${file}.xhtml`, page(title, body)]),
    ),
  }
  return zipSync(
    {
      // EPUB requires this file first and uncompressed.
      mimetype: [strToU8('application/epub+zip'), { level: 0 }],
      ...Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
    },
    // ZIP stores a local time without its zone, so a local date gives the same bytes everywhere.
    { level: 9, mtime: new Date(1980, 0, 1) },
  )
}
