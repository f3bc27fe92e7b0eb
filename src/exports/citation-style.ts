import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import CSL from 'citeproc'
import type { CslItem } from './csl.ts'

/** The citation styles, by the names of their files in `styles/`. */
export const citationStyles = {
  apa: 'APA',
  chicago: 'Chicago',
  mla: 'MLA',
  ieee: 'IEEE',
  acl: 'ACL',
} as const
export type CitationStyle = keyof typeof citationStyles

/** The most papers of a list whose pages show every style. */
const mostForEveryStyle = 500
const styleNames = Object.keys(citationStyles) as CitationStyle[]

/**
 * Returns the styles that papers' pages show in a list of so many papers. In a long list there are only three, because all
 * five would take a third of the time of a build.
 */
export function stylesShown(papers: number): CitationStyle[] {
  return papers > mostForEveryStyle ? ['apa', 'ieee', 'acl'] : styleNames
}

const folder = join('src', 'exports', 'styles')
const load = (name: string) => readFileSync(join(folder, name), 'utf8')

const formatters = new Map<CitationStyle, ReturnType<typeof citationFormatter>>()

// The CSL style of the ACL has no preprints. This gives what its BibTeX style prints.
function forStyle(item: CslItem, style: CitationStyle): CslItem {
  if (!item.number || style !== 'acl') return item
  const { publisher, number, ...rest } = item
  return { ...rest, type: 'article-journal', 'container-title': `arXiv preprint ${number}` }
}

/**
 * Formats an item in a style, as HTML with only `<i>`, `<b>`, `<sup>` and `<sub>`. A style's file, below the project's root, is
 * read when it is first used.
 */
export function formatCitation(item: CslItem, style: CitationStyle): string {
  let formatter = formatters.get(style)
  if (!formatter) {
    formatter = citationFormatter(load(`${style}.csl`), load('locales-en-US.xml'))
    formatters.set(style, formatter)
  }
  return formatter(forStyle(item, style))
}

/** A single letter other than `a`, such as a variable, which title case would capitalise. */
const variable = /(?<![\p{L}\p{Nd}\p{M}’'])(?!a)\p{Ll}(?![\p{L}\p{Nd}\p{M}’'])/gu

/**
 * Creates a citeproc engine, and returns a function that formats one item as in a bibliography. `style` and `locale` are CSL
 * files. Disambiguation is removed from the style, because items are formatted one by one; this also makes it about twice as
 * fast.
 */
function citationFormatter(style: string, locale: string): (item: CslItem) => string {
  let current: CslItem | undefined
  const engine = new CSL.Engine(
    {
      retrieveLocale: () => locale,
      retrieveItem: () => {
        if (!current) throw new Error('Unexpected item in citeproc, expected none')
        return current
      },
    },
    withoutDisambiguation(style),
    'en-US',
    true,
  )
  engine.setOutputFormat('html')
  // Citeproc searches every piece of text for markup and quotes, which takes long; few pieces have any.
  const { flipflopper } = engine.fun
  const { processTags } = flipflopper
  flipflopper.processTags = (blob) => {
    if (/[<"'“”‘’]/.test(blob.blobs)) processTags(blob)
  }
  // Citeproc compares all names to disambiguate equal family names, which takes a quarter of its time.
  engine.registry.namereg = {
    addname() {},
    delitems() {},
    evalname: (_id, _name, _index, _base, form, initials) =>
      form === 'short' ? 0 : typeof initials === 'string' ? 1 : 2,
  }
  return (item) => {
    const { abstract, keyword, ...cited } = item
    const title = item.title.replace(variable, '<span class="nocase">$&</span>')
    current = { ...cited, title }
    engine.updateItems([])
    engine.updateItems([item.id])
    const bibliography = engine.makeBibliography()
    return bibliography ? cleaned(bibliography[1][0] ?? '') : ''
  }
}

function withoutDisambiguation(style: string): string {
  return style
    .replace(/ (?:disambiguate-[a-z-]+|givenname-disambiguation-rule)="[^"]*"/g, '')
    .replace(/<sort>[\s\S]*?<\/sort>/g, '')
    .replace(/(<citation[^>]*>)[\s\S]*?(<\/citation>)/, '$1<layout><text value="1"/></layout>$2')
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

// Citeproc turns superscript digits into elements. As characters, they are also superscripts in plain text.
function cleaned(entry: string): string {
  return entry
    .replace(/<div class="csl-left-margin">.*?<\/div>/, '')
    .replace(/<\/?(?:div|span|a)[^>]*>/g, '')
    .replace(/(?<=<(?:i|b|sup|sub))\s[^>]*/g, '')
    .replace(/<sup>(\d+)<\/sup>/g, (_whole, digits: string) =>
      digits.replace(/\d/g, (digit) => superscripts[Number(digit)] ?? digit),
    )
    .replace(/ {2,}/g, ' ')
    .trim()
}
