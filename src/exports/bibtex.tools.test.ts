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

/** Runs a program that must be installed, and returns its output and errors. */
function run(program: string, args: string[]): string {
  const { error, stdout, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8' })
  if (error) {
    throw new Error(
      `Unexpected machine without \`${program}\`, which this test needs. Install it: apt-get install biber`,
    )
  }
  return stdout + stderr
}

/** Returns Biber's warnings about references, and what it reads. */
function throughBiber(references: readonly Reference[]) {
  writeFileSync(join(folder, 'list.bib'), bibtexFile(references))
  const output = ['--output-fieldcase=lower', '--output-file=read.bib']
  const log = run('biber', ['--tool', ...output, 'list.bib'])
  return {
    warnings: log.split('\n').filter((line) => /^(?:WARN|ERROR)/.test(line)),
    // Biber does not escape angle brackets, and the parser reads them as the characters of LaTeX's oldest fonts.
    read: readWithBibtexParser(readFileSync(join(folder, 'read.bib'), 'utf8')).map((record) => ({
      ...record,
      title: record.title?.replaceAll('¡', '<').replaceAll('¿', '>'),
    })),
  }
}

const byKey = <T extends { key: string }>(records: T[]) =>
  records.toSorted((a, b) => (a.key < b.key ? -1 : 1))

// LaTeX users would see Biber's warnings or wrong references.
it.each([
  ['the whole list', realReferences],
  ['edge cases', hardReferences.filter(({ entry }) => entry.id !== 'mathematics')],
])('Biber reads every fact of %s correctly and without warnings', (_, references) => {
  const { warnings, read } = throughBiber(references)
  expect(warnings).toEqual([])
  expect(byKey(read)).toEqual(byKey(references.map(expectedOf)))
})

/** Returns what pandoc prints of the five papers in APA, without the letters after equal years. */
function throughPandoc(): string[] {
  writeFileSync(join(folder, 'five.bib'), bibtexFile(Object.values(citedPapers)))
  writeFileSync(join(folder, 'all.md'), '---\nnocite: "@*"\n---\n')
  const style = `--csl=${resolve('src/exports/styles/apa.csl')}`
  const args = ['--citeproc', '--bibliography=five.bib', style, '--to=plain', '--wrap=none']
  const text = run('pandoc', [...args, 'all.md']).replace(/(?<=\b20\d\d)[ab]/g, '')
  return text.split('\n').filter(Boolean)
}

// Authors who write Markdown cite with pandoc, which reads the number of a preprint as that of a report.
if (!spawnSync('pandoc', ['--version']).error)
  it('pandoc prints correct APA from BibTeX', () => {
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

// The style `plain` prints no field of a preprint that other styles would not print twice.
if (!spawnSync('bibtex', ['--version']).error)
  it('natbib prints the address of a preprint, and keeps the capitals of proceedings', () => {
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
