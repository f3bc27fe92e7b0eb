import { rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { entryPaths, loadSite, papersFolder } from '../src/content/read.ts'
import { cardsCache } from '../src/exports/cards/draw.ts'
import { writeEntryFile } from '../src/text/entry-writer.ts'
import { timeToUpdate } from './bench/change.ts'
import { type Cost, measure } from './bench/measure.ts'
import { syntheticEntries } from './bench/synthetic-entries.ts'
import { weighSite } from './bench/weigh-site.ts'
import { buildArguments, buildEnvironment, copyProject, errorsOf } from './build/build-site.ts'
import { displayBytes, filesBelow, siteSize, sizeSummary } from './build/built-site.ts'
import { CommandFailed, runCommand } from './terminal/command.ts'
import { runStep } from './terminal/progress.ts'

const help = `
npm run bench [-- --papers 2000,10000]

Measures a copy of the project: the seconds, CPU seconds and memory of the check, of a first build and of one with caches; how
soon a development server shows a changed entry; and the bytes that a browser fetches for each kind of page. Then it adds
synthetic papers up to 2,000 and up to 10,000, and measures check and build again, which takes some minutes.

  --papers N,M  other numbers of papers, in ascending order; 0 for this list alone
  --help        show this

CPU seconds and memory are measured on Linux only. Figures from different or busy machines are not comparable.
`

/** Adds synthetic papers to a copy until it has `count` papers. */
function addSyntheticPapers(copy: string, count: number): void {
  const missing = count - entryPaths(join('content', papersFolder)).length
  for (const { id, ...entry } of syntheticEntries('content', missing))
    writeFileSync(join(copy, 'content', papersFolder, `${id}.mdx`), writeEntryFile(entry))
}

/** Formats the cost of a program: `4.1 CPU s, 310.0 MB`. */
function costSummary({ cpuSeconds, peakBytes }: Cost): string {
  return `${cpuSeconds.toFixed(1)} CPU s, ${displayBytes(peakBytes)}`
}

/** Runs and measures a program in a copy of the project. Throws if it fails. */
async function measureStep(title: string, args: readonly string[], cwd: string): Promise<void> {
  const { code, output } = await runStep(
    title,
    (tell) => measure(args, { cwd, env: buildEnvironment, onLine: tell }),
    costSummary,
  )
  // The check exits with code 1 if it has findings, which is not a failure here.
  if (code > (title.startsWith('check') ? 1 : 0))
    throw new CommandFailed(`${errorsOf(output)}\n\n${title} failed.`)
}

/** Formats the size of a site and of its heaviest page. */
function siteSummary(dist: string): string {
  const facts = siteSize(dist)
  const pages = filesBelow(dist).filter((path) => path.endsWith('.html'))
  const heaviest = Math.max(...pages.map((path) => statSync(join(dist, path)).size))
  return `${sizeSummary(facts)}, ${facts.files} files, heaviest page ${displayBytes(heaviest)}`
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
      const copy = copyProject('bench')
      const dist = join(copy, 'dist')
      const weighed = (title: string) => runStep(title, () => siteSummary(dist), String)
      try {
        await measureStep('check', check, copy)
        rmSync(cardsCache, { recursive: true, force: true })
        await measureStep('build, the first', buildArguments, copy)
        await measureStep('build, with caches', buildArguments, copy)
        await weighed('site')
        await runStep('npm ci', () => displayBytes(siteSize('node_modules').bytes), String)
        await runStep('a changed entry, in development', () => timeToUpdate(copy), String)
        const { base } = loadSite()
        console.table(await runStep('pages', () => weighSite(dist, base)))
        for (const count of papers.split(',').map(Number).filter(Boolean)) {
          addSyntheticPapers(copy, count)
          const name = `${count.toLocaleString('en')} papers`
          await measureStep(`check, ${name}`, check, copy)
          await measureStep(`build, ${name}`, buildArguments, copy)
          await weighed(`site, ${name}`)
        }
      } finally {
        rmSync(copy, { recursive: true, force: true })
      }
      return 0
    },
  })
}
