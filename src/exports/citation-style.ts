import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import CSL from 'citeproc'
import type { CslItem } from './csl.ts'

/** The styles in which a paper can be cited, by the name of their file in `styles/`. */
export const citationStyles = {
  apa: 'APA',
  chicago: 'Chicago',
  mla: 'MLA',
  ieee: 'IEEE',
  acl: 'ACL',
} as const
export type CitationStyle = keyof typeof citationStyles

const mostForEveryStyle = 500
const styleNames = Object.keys(citationStyles) as CitationStyle[]

/**
 * The styles that a paper's page shows in a list of so many papers. In a long list they are three: to write all five would
 * take a third of the time of its build.
 */
export function stylesShown(papers: number): CitationStyle[] {
  return papers > mostForEveryStyle ? ['apa', 'ieee', 'acl'] : styleNames
}

// Its own ask for the rules of a language at each word, which English does not need.
CSL.toLocaleLowerCase = (text) => text.toLowerCase()
CSL.toLocaleUpperCase = (text) => text.toUpperCase()

const folder = join('src', 'exports', 'styles')
const load = (name: string) => readFileSync(join(folder, name), 'utf8')

const formatters = new Map<CitationStyle, ReturnType<typeof citationFormatter>>()

// The ACL's style knows no preprints; its authors write them as its BibTeX style prints them.
function forStyle(item: CslItem, style: CitationStyle): CslItem {
  if (!item.number || style !== 'acl') return item
  const { publisher, number, ...rest } = item
  return { ...rest, type: 'article-journal', 'container-title': `arXiv preprint ${number}` }
}

/**
 * An item in one of the styles, as phrasing content: text with `<i>` and the like, no links, no attributes. Reads the
 * style's file, below the project's root, when it is first asked for.
 */
export function formatCitation(item: CslItem, style: CitationStyle): string {
  let formatter = formatters.get(style)
  if (!formatter) {
    formatter = citationFormatter(load(`${style}.csl`), load('locales-en-US.xml'))
    formatters.set(style, formatter)
  }
  return formatter(forStyle(item, style))
}

/** A letter that stands for itself, as in mathematics, but not `a`: styles would raise it to a capital. */
const variable = /(?<![\p{L}\p{Nd}\p{M}’'])(?!a)\p{Ll}(?![\p{L}\p{Nd}\p{M}’'])/gu

/**
 * A function that formats one item at a time as a style's bibliography does, through one citeproc engine. The style and
 * the locale are CSL's XML. What tells citations of one document apart is left out of the style, because each item here
 * stands by itself; that also makes it about twice as fast.
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
  // It searches each piece of text for markup and quotes, at length; few pieces have any.
  const { flipflopper } = engine.fun
  const { processTags } = flipflopper
  flipflopper.processTags = (blob) => {
    if (/[<"'“”‘’]/.test(blob.blobs)) processTags(blob)
  }
  // Citeproc compares all names, to tell apart people of one family name; that takes a quarter of its time.
  engine.registry.namereg = {
    addname() {},
    delitems() {},
    evalname: (_id, _name, _place, _base, form, initials) =>
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

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹'

// Citeproc makes elements of superscript digits; as characters they are still raised where only text is pasted.
function cleaned(entry: string): string {
  return entry
    .replace(/<div class="csl-left-margin">.*?<\/div>/, '')
    .replace(/<\/?(?:div|span|a)[^>]*>/g, '')
    .replace(/(?<=<(?:i|b|sup|sub))\s[^>]*/g, '')
    .replace(/<sup>(\d+)<\/sup>/g, (_whole, digits: string) =>
      digits.replace(/\d/g, (digit) => raised[Number(digit)] ?? digit),
    )
    .replace(/ {2,}/g, ' ')
    .trim()
}
