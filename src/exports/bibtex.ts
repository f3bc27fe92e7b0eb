import { mathText } from '../text/math.ts'
import { titleParts } from '../text/title.ts'
import { keptCapitals } from './capitals.ts'
import type { CslName } from './csl-item.ts'
import { isPlainMath, latexText } from './latex.ts'
import { type Pieces, piecesOf } from './pieces.ts'
import type { Reference } from './reference.ts'

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/**
 * One BibTeX record, read alike by BibTeX, Biber and reference managers: `@misc` with its eprint for a preprint,
 * `@inproceedings` for a conference or workshop, `@article` for a journal. UTF-8; without the abstract.
 * @see https://info.arxiv.org/help/hypertex/bibstyles/index.html
 */
export function bibtexOf({ entry, publication, item, arxiv }: Reference): string {
  const [year, month] = item.issued?.['date-parts'][0] ?? []
  const container = publication && latexText(publication.title)
  const fields: [name: string, value: string | undefined][] = [
    ['title', braced(titleField(entry.title, entry))],
    ['author', item.author && braced(item.author.map(nameField).join(' and '))],
    [publication?.kind === 'journal' ? 'journal' : 'booktitle', container && braced(container)],
    ['year', year === undefined ? undefined : braced(String(year))],
    ['month', month === undefined ? undefined : months[month - 1]],
    ['eprint', arxiv && braced(arxiv)],
    ['archivePrefix', arxiv && braced('arXiv')],
    ['doi', item.DOI && braced(item.DOI)],
    ['url', item.URL && braced(item.URL)],
  ]
  if (publication?.kind === 'other') fields[2] = ['howpublished', container && braced(container)]
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = ${value},\n`] : []))
  return `@${typeOf(publication)}{${item.id},\n${lines.join('')}}\n`
}

/** Many records as one file; each is written by `record`. */
export function bibtexFile(references: readonly Reference[], record = bibtexOf): Pieces {
  return piecesOf(references, record, { between: '\n' })
}

function typeOf(publication: Reference['publication']): string {
  if (!publication || publication.kind === 'other') return 'misc'
  return publication.kind === 'journal' ? 'article' : 'inproceedings'
}

const braced = (text: string) => `{${text}}`

function titleField(title: string, { names, abstractText }: Reference['entry']): string {
  return titleParts(title)
    .map((part) => {
      if ('text' in part) return protectedText(part.text, names, abstractText)
      return isPlainMath(part.tex) ? braced(part.whole) : braced(latexText(mathText(part.tex)))
    })
    .join('')
}

function protectedText(text: string, names: string[] | undefined, abstract: string): string {
  let written = ''
  let end = 0
  for (const [from, to] of keptCapitals(text, { names, abstract })) {
    written += latexText(text.slice(end, from)) + braced(latexText(text.slice(from, to)))
    end = to
  }
  return written + latexText(text.slice(end))
}

/** A name as BibTeX parts it: `de Vries, Harm`; braces keep together what it would cut. */
function nameField(name: CslName): string {
  if ('literal' in name) return braced(latexText(name.literal))
  const particle = name['non-dropping-particle']
  const family = latexText(name.family)
  const whole = /(?:^|\s)\p{Ll}|(?:^|\s)and(?:\s|$)|,/u.test(name.family) ? braced(family) : family
  const last = particle ? `${latexText(particle)} ${whole}` : whole
  return [last, name.suffix, name.given && latexText(name.given)].filter(Boolean).join(', ')
}
