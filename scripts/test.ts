import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { astroEnvironment, astroProgram } from './build/build-site.ts'
import { CommandFailed, runCommand } from './terminal/command.ts'
import { inPackage, runProgram } from './terminal/program.ts'

/** One stage of `npm test`: a program of the project, run by this Node. */
interface Stage {
  /** Its name on the command line. */
  name: string
  title: string
  args: readonly string[]
  env?: Record<string, string | undefined>
  /** A program that the stage needs. Without it the stage is skipped, except in CI, where it fails. */
  needs?: string
}

const biome = inPackage('@biomejs/biome', 'bin/biome')
const depcruise = join('node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs')

const vitest = (name: string, title: string): Stage => ({
  name,
  title,
  args: [inPackage('vitest', 'vitest.mjs'), 'run', '--project', name],
  env: { NO_COLOR: '1', FORCE_COLOR: undefined },
})

const checks: readonly Stage[] = [
  { name: 'check', title: 'Content check', args: ['scripts/check.ts'] },
  { name: 'lint', title: 'Lint', args: [biome, 'lint', '--error-on-warnings', '.'] },
  {
    name: 'lint',
    title: 'Layers and circles',
    args: [depcruise, '--output-type', 'err-long', 'src', 'scripts', 'astro.config.mjs'],
  },
  { name: 'format', title: 'Format', args: [biome, 'check', '--linter-enabled=false', '.'] },
  { name: 'astro', title: 'Types of pages', args: [astroProgram, 'check'], env: astroEnvironment },
  { name: 'types', title: 'Types', args: [inPackage('typescript', 'bin/tsc'), '--noEmit'] },
  vitest('content', 'Content tests'),
  { ...vitest('tools', 'Tests with Biber'), needs: 'biber' },
]

// The tests of pages and in a browser name papers of the list that comes with the generator.
const tests: readonly Stage[] = existsSync('content/evaluation')
  ? [
      vitest('unit', 'Unit tests'),
      vitest('build', 'Tests of the built site'),
      vitest('browser', 'Tests in a browser'),
    ]
  : [
      vitest('unit', 'Unit tests'),
      { name: 'build', title: 'Build the site', args: ['scripts/build.ts'] },
    ]

const names = [...new Set([...checks, ...tests].map(({ name }) => name))]

const help = `
npm test [-- stage …]

Runs all tests and prints how many passed and failed; a stage without tests counts as one. Finds or installs a browser.

  stage     only these: ${names.join(', ')}
  --help    show this
`

/** The numbers of passed and failed tests. */
type Tally = readonly [passed: number, failed: number]

/** Runs a stage, prints its result, and gives its counts. Prints all output of a stage that failed. */
async function tallyOf({ title, args, env = {}, needs }: Stage): Promise<Tally> {
  if (needs && !process.env['CI'] && spawnSync(needs, ['--version']).error) {
    console.log(`${title}: skipped, ${needs} is not installed.`)
    return [0, 0]
  }
  const { code, output, seconds } = await runProgram(process.execPath, args, { env })
  const counts = /^ *Tests {2}(.*?)(?: \(\d+\))?$/m.exec(output)?.[1] ?? ''
  console.log(`${code === 0 ? '✓' : '✗'} ${title}  ${seconds.toFixed(1)} s  ${counts}`.trimEnd())
  if (code !== 0) console.log(`\n${output.trim()}\n`)
  const [passed, failed] = ['passed', 'failed'].map((word) =>
    Number(new RegExp(`(\\d+) ${word}`).exec(counts)?.[1] ?? 0),
  ) as [number, number]
  // A stage may fail without a failed test, for instance if a file cannot be loaded.
  return code === 0 ? [passed || 1, 0] : [passed, failed || 1]
}

if (import.meta.main) {
  await runCommand({
    help,
    options: {},
    async main(_, wanted) {
      const unknown = wanted.find((name) => !names.includes(name))
      if (unknown) {
        throw new CommandFailed(
          `Unexpected stage \`${unknown}\`, expected one of ${names.join(', ')}.`,
        )
      }
      const results: Tally[] = []
      const run = async (stages: readonly Stage[]) => {
        for (const stage of stages)
          if (wanted.length === 0 || wanted.includes(stage.name)) results.push(await tallyOf(stage))
      }
      // In parallel, because each leaves a core idle at times.
      await Promise.all([run(checks), run(tests)])
      const passed = results.reduce((sum, [one]) => sum + one, 0)
      const failed = results.reduce((sum, [, one]) => sum + one, 0)
      console.log(`\n${passed} passed, ${failed} failed`)
      return failed === 0 ? 0 : 1
    },
  })
}
