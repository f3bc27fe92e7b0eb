import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { bibtexFile } from './bibtex.ts'
import type { Reference } from './reference.ts'
import { citedPapers, hardReferences, realReferences } from './test-data/exported-content.ts'
import { expectedOf, readWithBibtexParser } from './test-data/readers.ts'

const folder = mkdtempSync(join(tmpdir(), 'references-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs a program that the machine must have, and gives all that it writes. */
function run(program: string, args: string[]): string {
  const { error, stdout, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8' })
  if (error) {
    throw new Error(
      `Unexpected machine without \`${program}\`, expected it for this test. Install it: apt-get install biber`,
    )
  }
  return stdout + stderr
}

/** Biber's own copy of a `.bib`, and what it warns of. */
function throughBiber(references: readonly Reference[]) {
  writeFileSync(join(folder, 'list.bib'), bibtexFile(references))
  const output = ['--output-fieldcase=lower', '--output-file=read.bib']
  const said = run('biber', ['--tool', ...output, 'list.bib'])
  return {
    warnings: said.split('\n').filter((line) => /^(?:WARN|ERROR)/.test(line)),
    // Biber writes angle brackets as they are, and the parser takes those for what LaTeX's oldest fonts have there.
    read: readWithBibtexParser(readFileSync(join(folder, 'read.bib'), 'utf8')).map((record) => ({
      ...record,
      title: record.title?.replaceAll('¡', '<').replaceAll('¿', '>'),
    })),
  }
}

const byKey = <T extends { key: string }>(records: T[]) =>
  records.toSorted((a, b) => (a.key < b.key ? -1 : 1))

// LaTeX users see Biber's warnings, and blame the list.
it.each([
  ['the whole list', realReferences],
  ['whatever an entry holds', hardReferences.filter(({ entry }) => entry.id !== 'mathematics')],
])('Biber reads %s without a warning, and has every fact as it was', (_, references) => {
  const { warnings, read } = throughBiber(references)
  expect(warnings).toEqual([])
  expect(byKey(read)).toEqual(byKey(references.map(expectedOf)))
})

/** What pandoc prints of the five papers in APA, without the letters that tell equal years apart. */
function throughPandoc(): string[] {
  writeFileSync(join(folder, 'five.bib'), bibtexFile(Object.values(citedPapers)))
  writeFileSync(join(folder, 'all.md'), '---\nnocite: "@*"\n---\n')
  const style = `--csl=${resolve('src/exports/styles/apa.csl')}`
  const args = ['--citeproc', '--bibliography=five.bib', style, '--to=plain', '--wrap=none']
  const text = run('pandoc', [...args, 'all.md']).replace(/(?<=\b20\d\d)[ab]/g, '')
  return text.split('\n').filter(Boolean)
}

// Who writes in Markdown cites through pandoc, which knows a preprint's number only as that of a report.
if (!spawnSync('pandoc', ['--version']).error)
  it('pandoc prints APA right from BibTeX', () => {
    expect(throughPandoc()).toEqual(
      expect.arrayContaining([
        'Lovelace, A. (2024). ALR: A retrieve-then-reason framework for LLMs (arXiv:2410.03227). arXiv. https://doi.org/10.48550/arXiv.2410.03227',
        'Lovelace, A. (2024). Nash learning: Do models agree? Conference on Empirical Methods in Natural Language Processing (EMNLP 2024), 580–606. https://doi.org/10.18653/v1/2024.x',
        'Lovelace, A. (2023). Models encode Goodhart knowledge. Nature, 620(7972), 172–180. https://doi.org/10.1038/s41586-023-06291-2',
        'Lovelace, A. (2023). Matching tables. Ontology Matching Workshop at ISWC 2023. https://arxiv.org/abs/2410.03227',
        'de Vries, H., Van Durme, B., & Aguera y Arcas, B. (2024). A particle (arXiv:2410.03227). arXiv. https://doi.org/10.48550/arXiv.2410.03227',
      ]),
    )
  })

// `plain` prints no field of a preprint that other styles do not print as well.
if (!spawnSync('bibtex', ['--version']).error)
  it('natbib prints where a preprint is, and the capitals of proceedings', () => {
    writeFileSync(
      join(folder, 'two.bib'),
      bibtexFile([citedPapers.preprint, citedPapers.conference]),
    )
    writeFileSync(join(folder, 'a.aux'), '\\citation{*}\n\\bibstyle{plainnat}\n\\bibdata{two}\n')
    run('bibtex', ['a'])
    const text = readFileSync(join(folder, 'a.bbl'), 'utf8').replace(/\s+/g, ' ')
    expect(text).toContain('{LLMs}, October 2024')
    expect(text).toContain(String.raw`\newblock URL \url{https://arxiv.org/abs/2410.03227}.`)
    expect(text).toContain(
      String.raw`\newblock In \emph{{Conference on Empirical Methods in Natural Language Processing (EMNLP 2024)}}`,
    )
  })
