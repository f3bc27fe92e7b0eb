import { rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { entryPaths, loadSite, papersFolder } from '../src/content/read.ts'
import { cardsCache } from '../src/exports/cards/draw.ts'
import { writeEntryFile } from '../src/text/entry-writer.ts'
import { timeToUpdate } from './bench/change.ts'
import { type Cost, measure } from './bench/measure.ts'
import { syntheticEntries } from './bench/synthetic-entries.ts'
import { type Weight, weighSite } from './bench/weigh-site.ts'
import { buildArguments, buildEnvironment, copyProject, errorsOf } from './build/build-site.ts'
import { builtFacts, builtSummary, displayBytes, filesBelow } from './build/built-facts.ts'
import { CommandFailed, runCommand } from './terminal/command.ts'
import { step } from './terminal/progress.ts'

const help = `
npm run bench [-- --papers 2000,10000]

Measures, in a copy of the project, what the check, a first build and one with caches take (seconds, CPU seconds, memory); how
soon a development server shows a changed entry; and what each kind of page makes a browser fetch. Then it adds made-up papers
until there are 2,000, and then 10,000, and measures check and build again, which takes some minutes.

  --papers N,M  other numbers of papers, in rising order; 0 for this list alone
  --help        show this

CPU seconds and memory are measured on Linux only. Figures of different machines, or of a busy one, do not compare.
`

/** Adds synthetic papers to the real ones until there are `count`. */
function addPapers(copy: string, count: number): void {
  const folder = join(copy, 'content', papersFolder)
  const made = entryPaths(folder).length - entryPaths(join('content', papersFolder)).length
  const missing = Math.max(0, count - entryPaths(folder).length)
  for (const { id, ...entry } of syntheticEntries('content', made + missing))
    writeFileSync(join(folder, `${id}.mdx`), writeEntryFile(entry))
}

/** Words for what a program took: `3.2 s, 4.1 CPU s, 310 MB`. */
function costWords({ seconds, cpuSeconds, peakBytes }: Cost): string {
  const cpu = cpuSeconds === undefined ? '' : `, ${cpuSeconds.toFixed(1)} CPU s`
  const peak = peakBytes === undefined ? '' : `, ${Math.round(peakBytes / 1e6)} MB`
  return `${seconds.toFixed(1)} s${cpu}${peak}`
}

/** Measures a program in a copy of the project. Throws when it fails. */
async function measured(title: string, args: readonly string[], cwd: string): Promise<void> {
  const { code, output } = await step(
    title,
    (tell) => measure(args, { cwd, env: buildEnvironment, onLine: tell }),
    costWords,
  )
  // The check ends with 1 when it has findings, which is an answer.
  if (code > (title.startsWith('check') ? 1 : 0))
    throw new CommandFailed(`${errorsOf(output)}\n\n${title} failed.`)
}

/** What a site weighs, and its heaviest page. */
function siteWords(dist: string): string {
  const facts = builtFacts(dist)
  const pages = filesBelow(dist).filter((path) => path.endsWith('.html'))
  const heaviest = Math.max(...pages.map((path) => statSync(join(dist, path)).size))
  return `${builtSummary(facts)}, ${facts.files.toLocaleString('en')} files, heaviest page ${displayBytes(heaviest)}`
}

/** A row of the table of pages. */
function weightRow({ requests, raw, gzip, brotli, blockingScripts, milliseconds }: Weight) {
  const [bytes, ofGzip, ofBrotli] = [raw, gzip, brotli].map(displayBytes)
  const ms = Math.round(milliseconds)
  return { requests, raw: bytes, gzip: ofGzip, brotli: ofBrotli, blockingScripts, ms }
}

const check = [resolve('scripts/check.ts')]

if (import.meta.main) {
  await runCommand({
    help,
    options: { papers: { type: 'string', default: '2000,10000' } },
    async main({ papers }) {
      if (!/^\d+(?:,\d+)*$/.test(papers))
        throw new CommandFailed(
          `Unexpected --papers \`${papers}\`, expected whole numbers. Write \`--papers 2000,10000\`.`,
        )
      const copy = copyProject(`bench-${process.pid}`)
      const dist = join(copy, 'dist')
      const weighed = (title: string) => step(title, () => siteWords(dist), String)
      try {
        await measured('check', check, copy)
        rmSync(cardsCache, { recursive: true, force: true })
        await measured('build, the first', buildArguments, copy)
        await measured('build, with caches', buildArguments, copy)
        await weighed('site')
        await step('npm ci', () => displayBytes(builtFacts('node_modules').bytes), String)
        await step('a changed entry, in development', () => timeToUpdate(copy), String)
        const { base } = loadSite()
        const weights = await step(
          'pages',
          () => weighSite(dist, base),
          () => '',
        )
        console.table(Object.fromEntries(weights.map((weight) => [weight.kind, weightRow(weight)])))
        for (const count of papers.split(',').map(Number).filter(Boolean)) {
          addPapers(copy, count)
          const name = `${count.toLocaleString('en')} papers`
          await measured(`check, ${name}`, check, copy)
          await measured(`build, ${name}`, buildArguments, copy)
          await weighed(`site, ${name}`)
        }
      } finally {
        rmSync(copy, { recursive: true, force: true })
      }
      return 0
    },
  })
}
