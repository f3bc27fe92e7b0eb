import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { entryPaths, loadSite, papersFolder } from '../src/content/read.ts'
import { writeEntryFile } from '../src/text/entry-writer.ts'
import { measurePhases } from './bench/phases.ts'
import { phaseTable, searchTable, weightTable } from './bench/report.ts'
import { measureSearch } from './bench/search-cost.ts'
import { syntheticEntries } from './bench/synthetic-entries.ts'
import { weighSite } from './bench/weigh-site.ts'
import { builtFacts } from './build/built-facts.ts'
import { copyProject } from './build/project-copy.ts'
import { builtWords } from './build.ts'
import { CommandFailed, runCommand } from './terminal/command.ts'
import { step } from './terminal/progress.ts'

const help = `
npm run bench [-- --papers 10000] [-- --seed 1] [-- --json]

Measures, in a copy of the project, what each phase from listing to site takes (seconds, CPU seconds, memory, files), the
search index, the exports and the cards once more by themselves, and what each kind of page and the first search make a
browser fetch.

  --papers N   add synthetic papers, made of sentences of the real ones, until there are N
  --seed N     make other synthetic papers (1)
  --json       print the figures as JSON
  --keep       leave the copy and its built site in place, and say where
  --help       show this

CPU seconds and memory are measured on Linux only. Figures of different machines, or of a busy one, do not compare.
`

function wholeNumber(name: string, text: string): number {
  if (/^\d+$/.test(text) && Number(text) > 0) return Number(text)
  throw new CommandFailed(`Unexpected --${name} \`${text}\`, expected a whole number above 0.`)
}

/** Adds synthetic papers to the real ones until there are `count`. */
function addPapers(copy: string, count: number, seed: number): void {
  const folder = join(copy, 'content', papersFolder)
  const missing = Math.max(0, count - entryPaths(folder).length)
  for (const { id, ...entry } of syntheticEntries('content', missing, seed))
    writeFileSync(join(folder, `${id}.mdx`), writeEntryFile(entry))
}

if (import.meta.main) {
  await runCommand({
    help,
    options: {
      papers: { type: 'string' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
    },
    async main({ papers, seed, json, keep }) {
      const progress = json ? process.stderr : process.stdout
      const copy = copyProject(`bench-${process.pid}`)
      try {
        if (papers !== undefined) {
          const count = wholeNumber('papers', papers)
          await step(
            'Make papers',
            () => addPapers(copy, count, wholeNumber('seed', seed)),
            () => `${count} papers`,
            progress,
          )
        }
        const phases = await measurePhases(copy, progress)
        const dist = join(copy, 'dist')
        const built = builtFacts(dist)
        const weights = await step(
          'Weigh the pages',
          () => weighSite(dist, loadSite().base),
          () => builtWords(built),
          progress,
        )
        const search = await step(
          'Search',
          () => measureSearch(dist, loadSite().base),
          ({ warm }) => `${warm.median.toFixed(0)} ms a query`,
          progress,
        )
        console.log(
          json
            ? JSON.stringify({ phases, built, weights, search }, null, 2)
            : `\n${[phaseTable(phases), weightTable(weights), searchTable(search)].join('\n\n')}`,
        )
        if (keep) progress.write(`\nThe copy is in ${copy}\n`)
      } finally {
        if (!keep) rmSync(copy, { recursive: true, force: true })
      }
      return 0
    },
  })
}
