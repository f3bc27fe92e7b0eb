import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CslItem } from './csl-item.ts'
import { citationFormatter, type FormattedCitation } from './formatted-citation.ts'

/** The styles in which a paper can be cited, by the name of their file in `styles/`. */
export const citationStyles = { apa: 'APA', ieee: 'IEEE', acl: 'ACL' } as const
export type CitationStyle = keyof typeof citationStyles

const folder = join('src', 'exports', 'styles')
const load = (name: string) => readFileSync(join(folder, name), 'utf8')

const formatters = new Map<CitationStyle, ReturnType<typeof citationFormatter>>()

// The ACL's style knows no preprints; its authors write them as its BibTeX style prints them. The APA's own examples
// name a preprint by its number alone.
function forStyle(item: CslItem, style: CitationStyle): CslItem {
  if (style === 'apa' && item.number) return withoutGenre(item)
  if (style !== 'acl' || item.type !== 'article' || !item.number) return item
  const { publisher, number, genre, ...rest } = item
  return { ...rest, type: 'article-journal', 'container-title': `arXiv preprint ${number}` }
}

function withoutGenre({ genre, ...item }: CslItem): CslItem {
  return item
}

/** An item in one of the styles. Reads the style's file, below the project's root, when it is first asked for. */
export function formatCitation(item: CslItem, style: CitationStyle): FormattedCitation {
  let formatter = formatters.get(style)
  if (!formatter) {
    formatter = citationFormatter(load(`${style}.csl`), load('locales-en-US.xml'))
    formatters.set(style, formatter)
  }
  return formatter(forStyle(item, style))
}
