import { months } from '../model/partial-date.ts'
import type { Person } from '../model/person.ts'
import { mathmlOf } from '../text/math.ts'
import { mathText } from '../text/math-text.ts'
import { titleParts } from '../text/title.ts'
import { type CapitalHints, keptCapitals } from './capitals.ts'
import { issuedParts } from './csl.ts'
import { fieldsOf, type Reference } from './reference.ts'

/**
 * Writes a reference as a BibTeX entry that BibTeX, Biber and reference managers all understand: `@misc` with `eprint` for a
 * preprint, `@inproceedings` for a conference or workshop, `@article` for a journal. Encoded in UTF-8, without the abstract.
 * @see https://info.arxiv.org/help/hypertex/bibstyles/index.html
 */
export function bibtexOf(reference: Reference): string {
  const text = cache.get(reference) ?? writeRecord(reference)
  cache.set(reference, text)
  return text
}

/** A paper's record is in the files of all its topics, paths and tags, but is written only once. */
const cache = new WeakMap<Reference, string>()

function writeRecord({ entry, titleTex, publication, types, item, arxiv }: Reference): string {
  const [year, month] = issuedParts(item)
  const kind = publication?.kind ?? 'other'
  const venue = publication && latexText(publication.title)
  const isProceedings = types.bibtex === 'inproceedings'
  const fields = fieldsOf({
    title: titleField(titleTex, entry),
    author: item.author?.map(nameField).join(' and '),
    // In double braces, because some styles would convert the name to lower case.
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
    // BibTeX allows no number together with the volume of proceedings.
    number: kind === 'journal' ? item.issue : item.number,
    doi: item.DOI,
    url: item.URL,
  })
  // The names of months are macros that styles define, so they have no braces.
  const lines = fields.map(
    ([name, value]) => `  ${name} = ${name === 'month' ? value : braced(value)},\n`,
  )
  return `@${types.bibtex}{${item.id},\n${lines.join('')}}\n`
}

/** Writes references as a `.bib` file. */
export function bibtexFile(references: readonly Reference[]): string {
  return references.map(bibtexOf).join('\n')
}

const braced = (text: string) => `{${text}}`

function titleField(title: string, hints: CapitalHints): string {
  return titleParts(title)
    .map((part) => {
      if ('text' in part) return protectedText(part.text, hints)
      return isPlainMath(part.tex) ? braced(part.whole) : braced(latexText(mathText(part.tex)))
    })
    .join('')
}

function protectedText(text: string, hints: CapitalHints): string {
  let latex = ''
  let end = 0
  for (const [from, to] of keptCapitals(text, hints)) {
    latex += latexText(text.slice(end, from)) + braced(latexText(text.slice(from, to)))
    end = to
  }
  return latex + latexText(text.slice(end))
}

/**
 * Writes a name for BibTeX: `Lovelace, Ada`. Braces keep particles with the family name, as APA requires: `{de Vries}, Harm`.
 */
function nameField(name: Person): string {
  if ('literal' in name) return braced(latexText(name.literal))
  const family = latexText(name.family)
  const protectedFamily = /(?:^|\s)['’]?\p{Ll}|,/u.test(name.family) ? braced(family) : family
  return [protectedFamily, name.suffix, name.given && latexText(name.given)]
    .filter(Boolean)
    .join(', ')
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
 * Escapes text for LaTeX. Braces become commands, because BibTeX counts them even after a backslash. `--`, `` and '' are
 * separated, because LaTeX has ligatures for them. Characters outside ASCII are not escaped.
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
 * Whether TeX may be copied into a `.bib` file: it is valid, has no comments, and uses only well-known commands of
 * mathematics. LaTeX would execute any other command.
 */
function isPlainMath(tex: string): boolean {
  if (/[%#&~\n\r$]|\\[^a-zA-Z,;:! ]/.test(tex)) return false
  for (const [, name = ''] of tex.matchAll(/\\([a-zA-Z]+)/g)) if (!commands.has(name)) return false
  return mathmlOf(tex) !== undefined
}
