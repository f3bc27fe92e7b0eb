import { rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { entryPaths, loadSite, papersFolder } from '../src/content/read.ts'
import { writeEntryFile } from '../src/text/entry-writer.ts'
import { type Cost, measure } from './bench/measure.ts'
import { syntheticEntries } from './bench/synthetic-entries.ts'
import { type Weight, weighSite } from './bench/weigh-site.ts'
import { astroProgram, buildEnvironment, complaintOf, copyProject } from './build/build-site.ts'
import { builtFacts, displayBytes } from './build/built-facts.ts'
import { CommandFailed, runCommand } from './terminal/command.ts'
import { step } from './terminal/progress.ts'

const help = `
npm run bench [-- --papers 10000] [-- --json]

Measures, in a copy of the project, what check, build and index take (seconds, CPU seconds, memory), and what each kind of
page and the first search make a browser fetch.

  --papers N   add made-up papers, built from sentences of the real ones, until there are N
  --json       print the figures as JSON
  --keep       leave the copy and its built site in place, and say where
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

function weightTable(weights: readonly Weight[]): string {
  const rows = [
    ['page', 'requests', 'raw', 'gzip', 'brotli', 'blocking scripts', 'ms'],
    ...weights.map(({ kind, requests, raw, gzip, brotli, blockingScripts, milliseconds }) => [
      kind,
      String(requests),
      ...[raw, gzip, brotli].map(displayBytes),
      String(blockingScripts),
      milliseconds.toFixed(0),
    ]),
  ]
  const [head = []] = rows
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const padded = (cell: string, column: number) =>
    column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)
  return rows.map((row) => row.map(padded).join('  ')).join('\n')
}

if (import.meta.main) {
  await runCommand({
    help,
    options: {
      papers: { type: 'string' },
      json: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
    },
    async main({ papers, json, keep }) {
      if (papers !== undefined && !/^[1-9]\d*$/.test(papers))
        throw new CommandFailed(
          `Unexpected --papers \`${papers}\`, expected a whole number above 0.`,
        )
      const progress = json ? process.stderr : process.stdout
      const copy = copyProject(`bench-${process.pid}`)
      const dist = join(copy, 'dist')
      try {
        if (papers) addPapers(copy, Number(papers))
        const costs: Record<string, Cost> = {}
        for (const [phase, args] of Object.entries(phases)) {
          const env = buildEnvironment
          const { code, output, ...cost } = await step(
            phase,
            (tell) => measure(args, { cwd: copy, env, onLine: tell }),
            costWords,
            progress,
          )
          // The check ends with 1 when it has findings, which is an answer.
          if (code > (phase === 'check' ? 1 : 0))
            throw new CommandFailed(`${complaintOf(output)}\n\n${phase} failed.`)
          costs[phase] = cost
        }
        const { base } = loadSite()
        const weights = await step(
          'pages',
          () => weighSite(dist, base),
          () => '',
          progress,
        )
        const built = builtFacts(dist)
        if (json) console.log(JSON.stringify({ costs, built, weights }, null, 2))
        else console.log(`\n${weightTable(weights)}`)
        if (keep) progress.write(`\nThe copy is in ${copy}\n`)
      } finally {
        if (!keep) rmSync(copy, { recursive: true, force: true })
      }
      return 0
    },
  })
}
