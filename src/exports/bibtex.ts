import { months } from '../model/partial-date.ts'
import type { Person } from '../model/person.ts'
import { mathmlOf } from '../text/math.ts'
import { mathText } from '../text/math-text.ts'
import { titleParts } from '../text/title.ts'
import { type KeptWords, keptCapitals } from './capitals.ts'
import { issuedParts } from './csl.ts'
import { fieldsOf, type Reference } from './reference.ts'

/**
 * One BibTeX record, read alike by BibTeX, Biber and reference managers: `@misc` with its eprint for a preprint,
 * `@inproceedings` for a conference or workshop, `@article` for a journal. UTF-8; without the abstract.
 * @see https://info.arxiv.org/help/hypertex/bibstyles/index.html
 */
export function bibtexOf(reference: Reference): string {
  const text = written.get(reference) ?? recordOf(reference)
  written.set(reference, text)
  return text
}

/** What was written of each paper, because its record stands in a file for each of its topics and tags. */
const written = new WeakMap<Reference, string>()

function recordOf({ entry, titleTex, publication, types, item, arxiv }: Reference): string {
  const [year, month] = issuedParts(item)
  const kind = publication?.kind ?? 'other'
  const venue = publication && latexText(publication.title)
  const isProceedings = types.bibtex === 'inproceedings'
  const fields = fieldsOf({
    title: titleField(titleTex, entry),
    author: item.author?.map(nameField).join(' and '),
    // In two braces, because styles would lower the capitals of the name.
    booktitle: isProceedings && venue ? braced(venue) : undefined,
    journal: kind === 'journal' ? venue : undefined,
    howpublished: kind === 'other' ? venue : undefined,
    year,
    month: month && months[Number(month) - 1],
    volume: item.volume,
    pages: item.page?.replace('-', '--'),
    eprint: arxiv,
    archivePrefix: arxiv && 'arXiv',
    eprinttype: arxiv && 'arXiv',
    publisher: item.publisher,
    // BibTeX takes no number beside the volume of proceedings.
    number: kind === 'journal' ? item.issue : item.number,
    doi: item.DOI,
    url: item.URL,
  })
  // Styles know the months by these names, which stand without braces.
  const lines = fields.map(
    ([name, value]) => `  ${name} = ${name === 'month' ? value : braced(value)},\n`,
  )
  return `@${types.bibtex}{${item.id},\n${lines.join('')}}\n`
}

/** Many records as one file. */
export function bibtexFile(references: readonly Reference[]): string {
  return references.map(bibtexOf).join('\n')
}

const braced = (text: string) => `{${text}}`

function titleField(title: string, words: KeptWords): string {
  return titleParts(title)
    .map((part) => {
      if ('text' in part) return protectedText(part.text, words)
      return isPlainMath(part.tex) ? braced(part.whole) : braced(latexText(mathText(part.tex)))
    })
    .join('')
}

function protectedText(text: string, words: KeptWords): string {
  let written = ''
  let end = 0
  for (const [from, to] of keptCapitals(text, words)) {
    written += latexText(text.slice(end, from)) + braced(latexText(text.slice(from, to)))
    end = to
  }
  return written + latexText(text.slice(end))
}

/**
 * A name as BibTeX parts it: `Lovelace, Ada`. Braces keep together what it would cut: `{de Vries}, Harm`, because APA prints
 * the particle with the family name.
 */
function nameField(name: Person): string {
  if ('literal' in name) return braced(latexText(name.literal))
  const family = latexText(name.family)
  const whole = /(?:^|\s)['’]?\p{Ll}|,/u.test(name.family) ? braced(family) : family
  return [whole, name.suffix, name.given && latexText(name.given)].filter(Boolean).join(', ')
}

const escapes: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '%': '\\%',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  $: '\\$',
}

/**
 * Text that LaTeX prints as it is. Braces become commands, because BibTeX counts them even behind a backslash; `--`, ``
 * and '' are parted, because LaTeX joins them; letters and signs outside ASCII stay themselves, for engines and for Biber
 * that read UTF-8.
 */
function latexText(text: string): string {
  return text
    .replace(/[\\{}~^<>|%&#_$]/g, (character) => escapes[character] ?? '')
    .replace(/([-`'])(?=\1)/g, '$1{}')
}

const commands = new Set(
  `alpha beta gamma delta epsilon varepsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi varphi chi psi omega
  Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega
  mathcal mathbb mathbf mathfrak mathit mathrm mathsf mathtt text textbf textit textrm textsf boldsymbol
  ast approx bar cdot circ cup cap dagger ell equiv exp frac geq ge hat in infty int langle ldots le leq lim ln log max min
  nabla neq ne oplus otimes partial pm prime prod rangle rightarrow sim sqrt star subset sum tilde times to top vec`
    .trim()
    .split(/\s+/),
)

/**
 * Whether TeX may stand in a `.bib` file as it is: sound, no comment, and none but well-known commands of mathematics,
 * because whoever typesets the file runs what is in it.
 */
function isPlainMath(tex: string): boolean {
  if (/[%#&~\n\r$]|\\[^a-zA-Z,;:! ]/.test(tex)) return false
  for (const [, name = ''] of tex.matchAll(/\\([a-zA-Z]+)/g)) if (!commands.has(name)) return false
  return mathmlOf(tex) !== undefined
}
