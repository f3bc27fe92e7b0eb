import { rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { entryPaths, loadSite, papersFolder } from '../src/content/read.ts'
import { writeEntryFile } from '../src/text/entry-writer.ts'
import { type Cost, measure } from './bench/measure.ts'
import { syntheticEntries } from './bench/synthetic-entries.ts'
import { type Weight, weighSite } from './bench/weigh-site.ts'
import { astroProgram, buildEnvironment, complaintOf, copyProject } from './build/build-site.ts'
import { builtFacts, builtWords, displayBytes } from './build/built-facts.ts'
import { CommandFailed, runCommand } from './terminal/command.ts'
import { step } from './terminal/progress.ts'

const help = `
npm run bench [-- --papers 10000]

Measures, in a copy of the project, what check, build and index take (seconds, CPU seconds, memory), and what each kind of
page and the first search make a browser fetch.

  --papers N   add made-up papers, built from sentences of the real ones, until there are N
  --help       show this

CPU seconds and memory are measured on Linux only. Figures of different machines, or of a busy one, do not compare.
`

const phases = {
  check: [resolve('scripts/check.ts')],
  build: [astroProgram, 'build'],
  'index, by itself': [resolve('scripts/bench/index-only.ts')],
}

/** Adds synthetic papers to the real ones until there are `count`. */
function addPapers(copy: string, count: number): void {
  const folder = join(copy, 'content', papersFolder)
  const missing = Math.max(0, count - entryPaths(folder).length)
  for (const { id, ...entry } of syntheticEntries('content', missing))
    writeFileSync(join(folder, `${id}.mdx`), writeEntryFile(entry))
}

/** Words for what a phase took: `3.2 s, 4.1 CPU s, 310 MB`. */
function costWords({ seconds, cpuSeconds, peakBytes }: Cost): string {
  const cpu = cpuSeconds === undefined ? '' : `, ${cpuSeconds.toFixed(1)} CPU s`
  const peak = peakBytes === undefined ? '' : `, ${Math.round(peakBytes / 1e6)} MB`
  return `${seconds.toFixed(1)} s${cpu}${peak}`
}

/** A row of the table of pages. */
function weightRow({ requests, raw, gzip, brotli, blockingScripts, milliseconds }: Weight) {
  const [bytes, ofGzip, ofBrotli] = [raw, gzip, brotli].map(displayBytes)
  const ms = Math.round(milliseconds)
  return { requests, raw: bytes, gzip: ofGzip, brotli: ofBrotli, blockingScripts, ms }
}

if (import.meta.main) {
  await runCommand({
    help,
    options: { papers: { type: 'string' } },
    async main({ papers }) {
      if (papers !== undefined && !/^[1-9]\d*$/.test(papers))
        throw new CommandFailed(
          `Unexpected --papers \`${papers}\`, expected a whole number above 0.`,
        )
      const copy = copyProject(`bench-${process.pid}`)
      const dist = join(copy, 'dist')
      try {
        if (papers) addPapers(copy, Number(papers))
        for (const [phase, args] of Object.entries(phases)) {
          const { code, output } = await step(
            phase,
            (tell) => measure(args, { cwd: copy, env: buildEnvironment, onLine: tell }),
            costWords,
          )
          // The check ends with 1 when it has findings, which is an answer.
          if (code > (phase === 'check' ? 1 : 0))
            throw new CommandFailed(`${complaintOf(output)}\n\n${phase} failed.`)
        }
        const { base } = loadSite()
        const weights = await step(
          'pages',
          () => weighSite(dist, base),
          () => builtWords(builtFacts(dist)),
        )
        console.table(Object.fromEntries(weights.map((weight) => [weight.kind, weightRow(weight)])))
      } finally {
        rmSync(copy, { recursive: true, force: true })
      }
      return 0
    },
  })
}
