import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeEntryFile } from '../text/entry-writer.ts'
import { entryFrom } from './entry.ts'
import { readText } from './fixtures/read-text.ts'
import type { PaperFormat } from './formats.ts'
import { missingAbstractLines, skippedLines } from './report.ts'

// A name, an address or a date of a list would be lost without a report.

/** The entries of a file, and the lines of its report. */
function read(form: PaperFormat, text: string) {
  const { papers, skipped } = readText(form, text)
  const withoutAbstract = papers.filter(({ abstract }) => abstract.length === 0)
  const entries = papers
    .filter((paper) => !withoutAbstract.includes(paper))
    .map((paper) => writeEntryFile(entryFrom(paper, '2025-03-13')))
  // Papers without an abstract are listed with all their facts.
  return {
    entries,
    listed: missingAbstractLines(withoutAbstract, 'x.bib'),
    report: skippedLines(skipped),
  }
}

/** Ways to write a word into a field. */
const kinds: readonly ((word: string) => string)[] = [
  () => '',
  (word) => word,
  (word) => `Ada ${word}`,
  (word) => `https://example.org/${word}`,
  (word) => `see https://github.com/example/${word} and 10.1234/${word}x`,
  (word) => `${word} 2024`,
  (word) => `Example, ${word} and Other, Bo ${word}y`,
]

const wordsIn = (text: string): string[] => text.match(/q[a-z]{2}zzt[xy]?/g) ?? []
const wordOf = (at: number) =>
  `q${'bcdfghjkmnpqrstvwxz'[at % 19]}${'aeiouy'[Math.floor(at / 19)]}zzt`

/** Formats, the names of their fields, and a file in which each `◊` is a value. */
const formats: readonly (readonly [PaperFormat, names: string, file: string])[] = [
  [
    'BibTeX',
    'title author abstract journal booktitle year month doi url eprint archiveprefix note howpublished volume pages publisher editor keywords file primaryclass code project pdf',
    'Prose before.}@misc{key,\n  NAME = {◊},\n}',
  ],
  [
    'RIS',
    'TI T1 AU A2 AB N1 N2 DO UR L1 JO T2 PY DA VL IS SP KW PB SN ID',
    'TY  - JOUR\nNAME  - ◊\nER  - \n',
  ],
  [
    'JSON',
    'title author abstract container-title issued DOI URL id publisher page note venue year affiliation upvotes ArXiv CorpusId url pages code',
    `[{"title": "◊", "author": "◊", "abstract": "◊", "container-title": "◊", "issued": "◊", "DOI": "◊", "URL": "◊",
      "id": "◊", "publisher": "◊", "page": "◊", "note": "◊", "venue": "◊", "year": "◊",
      "authors": [{"name": "Ada Example", "affiliation": "◊"}], "paper": {"upvotes": "◊"},
      "externalIds": {"ArXiv": "◊", "CorpusId": "◊"}, "openAccessPdf": {"url": "◊"}, "journal": {"pages": "◊"}, "code": "◊"}]`,
  ],
  [
    'JSON Lines',
    'title id authors summary publishedAt githubRepo title thumbnail fullname',
    '{"paper": {"title": "◊", "id": "◊", "authors": "◊", "summary": "◊", "publishedAt": "◊", "githubRepo": "◊"}, "title": "◊", "thumbnail": "◊", "submittedBy": {"fullname": "◊"}}',
  ],
  [
    'a table',
    'Title;Author;Abstract;Date;Publication_Year;DOI;Url;Publication_Title;Pages;Extra;Manual_Tags;Key',
    'sep=;\nTitle;Author;Abstract;Date;Publication_Year;DOI;Url;Publication_Title;Pages;Extra;Manual_Tags;Key\n"◊";"◊";"◊";"◊";"◊";"◊";"◊";"◊";"◊";"◊";"◊";"◊"',
  ],
]

test.each(formats)(
  '%s: each field is in the entry, or in the report with its name',
  (form, list, file) => {
    const names = list.split(/[ ;]/)
    const text = file.replace(/.*NAME.*\n/, (line) =>
      names.map((name) => line.replace('NAME', name)).join(''),
    )
    const { length } = names
    const choice = fc.array(fc.constantFrom(...kinds), { minLength: length, maxLength: length })
    const property = fc.property(choice, (chosen) => {
      // The title is always filled.
      const values = names.map((_, at) => (at === 0 ? wordOf(0) : (chosen[at]?.(wordOf(at)) ?? '')))
      let at = 0
      const source = text.replaceAll('◊', () => values[at++] ?? '')
      const { entries, listed, report } = read(form, source)
      const kept = new Set([...entries, ...listed].flatMap(wordsIn))
      for (const [place, name] of names.entries()) {
        const own = report.filter((line) => line.toLowerCase().includes(name.toLowerCase()))
        const told = new Set(own.flatMap(wordsIn))
        const lost = wordsIn(values[place] ?? '').filter(
          (word) => !kept.has(word) && !told.has(word),
        )
        if (lost.length > 0)
          expect.fail(`${name} ${lost} of\n${source}\n${[...report, ...entries].join('\n')}`)
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

test('a Markdown link list: each word and address is in the entry or in the report', () => {
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

const files: readonly (readonly [PaperFormat, text: string])[] = [
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

test.each(files)('%s: if characters are missing or added, no word is lost', (form, file) => {
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
    // The query of an identifier's address is dropped.
    const said = text.replace(/(arxiv\.org\/abs\/|10\.1234\/)([^\s?#]*)[?#]\S*/g, '$1$2')
    const lost = wordsIn(said).filter((word) => !found.has(word))
    if (lost.length > 0) expect.fail(`${lost} of\n${text}\n${[...listed, ...report].join('\n')}`)
  })
  fc.assert(property, { numRuns: 300 })
})
