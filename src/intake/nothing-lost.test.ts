import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeEntryFile } from '../text/entry-writer.ts'
import { entryFrom } from './entry.ts'
import { readText } from './fixtures/foreign.ts'
import type { PaperForm } from './formats.ts'
import { keptBackLines, lostLines } from './report.ts'

// A curator would believe that a list came through whole, while a name, an address or a date of it was gone.

/** What a file becomes: its entries, and the lines of the report. */
function read(form: PaperForm, text: string) {
  const { papers, left } = readText(form, text)
  const keptBack = papers.filter(({ abstract }) => abstract.length === 0)
  const entries = papers
    .filter((paper) => !keptBack.includes(paper))
    .map((paper) => writeEntryFile(entryFrom(paper, '2025-03-13')))
  // Papers without an abstract are listed with all that their file says.
  return { entries, listed: keptBackLines(keptBack, 'x.bib'), report: lostLines(left) }
}

/** Ways to write a word into a field. */
const kinds: readonly ((word: string) => string)[] = [
  (word) => word,
  (word) => `Ada ${word}`,
  (word) => `https://example.org/${word}`,
  (word) => `see https://github.com/example/${word} and 10.1234/${word}x`,
  (word) => `${word} 2024`,
  (word) => `Example, ${word} and Other, Bo ${word}y`,
]

const wordsIn = (text: string): string[] => text.match(/q[a-z]{2}zzt[xy]?/g) ?? []

type Written = readonly (readonly [name: string, value: string])[]
const wordOf = (at: number) =>
  `q${'bcdfghjkmnpqrstvwxz'[at % 19]}${'aeiouy'[Math.floor(at / 19)]}zzt`

const formats: readonly (readonly [
  PaperForm,
  names: string,
  write: (fields: Written) => string,
])[] = [
  [
    'BibTeX',
    'title author abstract journal booktitle year month doi url eprint archiveprefix note howpublished volume pages publisher editor keywords file primaryclass code project pdf',
    (fields) =>
      `Prose before.}@misc{key,\n${fields.map(([name, value]) => `  ${name} = {${value}},\n`).join('')}}`,
  ],
  [
    'RIS',
    'TI T1 AU A2 AB N1 N2 DO UR L1 JO T2 PY DA VL IS SP KW PB SN ID',
    (fields) =>
      `TY  - JOUR\n${fields.map(([name, value]) => `${name}  - ${value}\n`).join('')}ER  - \n`,
  ],
  [
    'JSON',
    'title author abstract container-title issued DOI URL id publisher page note venue year authors.0.affiliation paper.upvotes externalIds.ArXiv externalIds.CorpusId openAccessPdf.url journal.pages code',
    (fields) => JSON.stringify([nested(fields)]),
  ],
  [
    'JSON Lines',
    'paper.title paper.id paper.authors paper.summary paper.publishedAt paper.githubRepo title thumbnail submittedBy.fullname',
    (fields) => JSON.stringify(nested(fields)),
  ],
  [
    'a table',
    'Title;Author;Abstract Note;Date;Publication Year;DOI;Url;Publication Title;Pages;Extra;Manual Tags;Key',
    (fields) =>
      `sep=;\n${fields.map(([name]) => name).join(';')}\n${fields.map(([, value]) => `"${value}"`).join(';')}`,
  ],
]

/** An object with fields below others where their names have points. */
function nested(fields: Written): object {
  const root: Record<string, unknown> = {}
  for (const [path, value] of fields) {
    const steps = path.split('.')
    let at: Record<string, unknown> = root
    for (const [place, step] of steps.slice(0, -1).entries()) {
      at[step] ??= steps[place + 1] === '0' ? [{ name: 'Ada Example' }] : {}
      at = at[step] as Record<string, unknown>
    }
    at[steps.at(-1) ?? ''] = value
  }
  return root
}

test.each(formats)(
  '%s: each field is in the entry, or in the report beside its name',
  (form, list, write) => {
    const names = list.split(form === 'a table' ? ';' : ' ')
    const { length } = names
    const choice = fc.record({
      chosen: fc.array(fc.nat({ max: kinds.length - 1 }), { minLength: length, maxLength: length }),
      present: fc.array(fc.boolean(), { minLength: length, maxLength: length }),
    })
    const property = fc.property(choice, ({ chosen, present }) => {
      const fields = names.flatMap((name, at): [string, string][] => {
        const kind = kinds[at === 0 ? 0 : (chosen[at] ?? 0)]
        return kind && (at === 0 || present[at]) ? [[name, kind(wordOf(at))]] : []
      })
      const { entries, listed, report } = read(form, write(fields))
      const kept = new Set([...entries, ...listed].flatMap(wordsIn))
      for (const [name, value] of fields) {
        const own = name.split('.').at(-1)?.toLowerCase() ?? ''
        const told = new Set(
          report.filter((line) => line.toLowerCase().includes(own)).flatMap(wordsIn),
        )
        const lost = wordsIn(value).filter((word) => !kept.has(word) && !told.has(word))
        if (lost.length > 0)
          expect.fail(`${name} ${lost} of\n${write(fields)}\n${[...report, ...entries].join('\n')}`)
      }
    })
    fc.assert(property, { numRuns: 100 })
  },
)

// Each `@` is a word, `#` an arXiv id.
const blocks = [
  '- [A @ Title](https://arxiv.org/abs/#) @ (NeurIPS 2024, @) [Code](https://github.com/a/@)',
  '- **A @ Title** @',
  '- **A @ of Titles** *Ada @, Bo @* [paper](https://arxiv.org/abs/# "@") ![@](https://example.org/@.svg)',
  '- [Paper](https://openreview.net/forum?id=@), [@](https://example.org/@)',
  '- [@ of the Tools](https://example.org/@) @',
  '- A @ Title https://openreview.net/forum?id=@ https://example.org/@',
  '- `https://arxiv.org/abs/#` A @ in `code @`',
  '- Code: [@](https://github.com/a/@), [@](https://arxiv.org/abs/#)',
  '- @: Words about @ [paper](https://arxiv.org/abs/#)',
  '- Ada @, Bo @',
  '- @ without a link',
  '- <a href="https://arxiv.org/abs/#">A @ Title</a> <a href="https://example.org/@">@</a> @',
  '- [A @ Title][ref] @\n\n[ref]: https://arxiv.org/abs/# "@"',
  '[@unused]: https://example.org/@',
  '- [A @ Title](https://arxiv.org/abs/#), [@ of Other Titles](https://openreview.net/forum?id=@) @',
  '- [@](#@) and [@](./@.md)',
  '| @ | 2024 | **A @ Title** @ | [Paper](https://arxiv.org/abs/#), [Tweet](https://x.com/@) | @ |',
  '| @ | no link | @ |',
  '<table><tr><td>A @ Title</td><td><a href="https://arxiv.org/abs/#">Paper</a></td></tr></table>',
  '<img src="https://example.org/@.png" alt="@"> <!-- @ -->',
  '```\n@article{@, url = {https://example.org/@}}\n```',
  '> See [@](https://openreview.net/forum?id=@) and @.',
  'Words that say @.',
  '## @',
  '### [A @ Title](https://arxiv.org/abs/#)',
  '**A @ Title**\nAda @, Bo @\n[Paper](https://arxiv.org/abs/#)',
]

test('a Markdown link list: each word and address is in the entry, or in the report with its line', () => {
  const indents = fc.constantFrom('', '', '  ', '    ')
  const block = fc.tuple(fc.constantFrom(...blocks), indents, fc.constantFrom('\n', '\n\n'))
  const property = fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), (chosen) => {
    let count = 0
    const text = chosen
      .map(
        ([source, indent, end]) =>
          source.replace(/^/gm, source.startsWith('-') ? indent : '') + end,
      )
      .join('')
      .replace(/@(?!article)/g, () => wordOf(count++))
      .replace(/#(?=[)"> `]|$)/gm, () => `24${10 + (count % 3)}.${10000 + count++}`)
    const words = (said: readonly string[]) =>
      said
        .join('\n')
        .toLowerCase()
        .match(/q\w{2}zzt|24\d\d\.\d{5}/g) ?? []
    const { entries, listed, report } = read('a Markdown link list', text)
    const found = new Set(words([...entries, ...listed, ...report]))
    const lost = words([text]).filter((word) => !found.has(word))
    if (lost.length > 0) expect.fail(`${lost} of\n${text}\n${[...listed, ...report].join('\n')}`)
  })
  fc.assert(property, { numRuns: 300 })
})

const files: readonly (readonly [PaperForm, text: string])[] = [
  [
    'BibTeX',
    `@string{x = "@@"}
@misc{a, title = {A @@ {T}itle}, author = {Ada @@ and @@, Bo}, note = "@@ {"} y",
  abstract = {Words @@.
  More @@}, url = {https://arxiv.org/abs/2410.03227}}
% @@
@article(b, title = {B @@}, year = 2024, journal = {J @@}, doi = {10.1234/@@}) @@`,
  ],
  [
    'RIS',
    `TY  - JOUR\nTI  - A @@\nAU  - @@, Ada\nAB  - Words @@\nmore @@\nUR  - https://x.org/@@\nER  - \nTY  - CONF\nT1  - B @@\nA1  - @@, Cy\nPY  - 2024\nJO  - J @@\nER  - \n@@`,
  ],
  [
    'JSON',
    `{"of": "@@", "items": [{"title": "A @@", "authors": [{"name": "Ada @@"}, "Bo @@"], "ids": {"DOI": "10.1234/@@", "k": "@@"}},
{"title": "B @@", "title": "C @@", "tags": ["@@", {"a": "@@"}], "author": [{"family": "@@", "given": "B"}]}], "next": "@@"}`,
  ],
  ['JSON Lines', '{"title":"A @@","authors":["Ada @@"]}\n{"title":"B @@","x":"@@","summary":"@@"}'],
  [
    'a table',
    'title,author,@@\n"A @@, T","Ada @@; Bo @@",@@\nB @@,@@ Cy,"M @@\n@@ ""x"""\nC @@,Dee @@,\n',
  ],
  [
    'a Markdown link list',
    `- [A @@ Title](https://arxiv.org/abs/2410.03227) @@ [Code](https://github.com/a/@@)
  - Ada @@, Bo @@
- **B @@ Title** *Cy @@, Dee @@*
  - [Paper](https://openreview.net/forum?id=@@)

| @@ | [C @@ Title](https://arxiv.org/abs/2401.00001) | @@ |

<a href="https://x.org/@@">@@</a>`,
  ],
]

test.each(files)('%s: with signs missing or too many, no word is lost', (form, file) => {
  const sign = fc.constantFrom('', ...'{}",\n\\[]()|<>`$@%-:; &\'#*', '\n\n', '<!--')
  const slip = fc.record({ at: fc.nat(), cut: fc.constantFrom(0, 0, 1, 1, 5, 20), sign })
  const property = fc.property(fc.array(slip, { minLength: 1, maxLength: 4 }), (slips) => {
    let count = 0
    let text = file.replace(/@@/g, () => wordOf(count++))
    for (const { at, cut, sign } of slips) {
      const from = at % text.length
      text = text.slice(0, from) + sign + text.slice(from + cut)
    }
    const { entries, listed, report } = read(form, text)
    const found = new Set(
      [...entries, ...listed, ...report].flatMap((line) => wordsIn(line.toLowerCase())),
    )
    // What stands behind an identifier's address says nothing of the paper.
    const said = text.replace(/(arxiv\.org\/abs\/|10\.1234\/)([^\s?#]*)[?#]\S*/g, '$1$2')
    const lost = wordsIn(said).filter((word) => !found.has(word))
    if (lost.length > 0) expect.fail(`${lost} of\n${text}\n${[...listed, ...report].join('\n')}`)
  })
  fc.assert(property, { numRuns: 300 })
})
