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
  vitest('tools', 'Tests with other programs'),
]

const tests: readonly Stage[] = [
  vitest('unit', 'Unit tests'),
  // The tests of pages and in a browser name papers of the list that comes with the generator.
  ...(existsSync('content/evaluation')
    ? [vitest('build', 'Tests of the built site'), vitest('browser', 'Tests in a browser')]
    : [{ name: 'build', title: 'Build the site', args: ['scripts/build.ts'] }]),
]

const names = [...new Set([...checks, ...tests].map(({ name }) => name))]

const help = `
npm test [-- stage …]

Runs all tests and prints how many passed and failed; a stage without tests counts as one. Finds or installs a browser.

  stage     only these: ${names.join(', ')}
  --help    show this
`

/** Runs a stage and prints its result, and all output if it failed. Gives the numbers of passed and failed tests. */
async function tallyOf({
  title,
  args,
  env = {},
}: Stage): Promise<[passed: number, failed: number]> {
  const { code, output, seconds } = await runProgram(process.execPath, args, { env })
  const counts = /^ *Tests {2}(.*?)(?: \(\d+\))?$/m.exec(output)?.[1] ?? ''
  console.log(`${code === 0 ? '✓' : '✗'} ${title}  ${seconds.toFixed(1)} s  ${counts}`.trimEnd())
  if (code !== 0) console.log(`\n${output.trim()}\n`)
  const passed = Number(/(\d+) passed/.exec(counts)?.[1] ?? 0)
  const failed = Number(/(\d+) failed/.exec(counts)?.[1] ?? 0)
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
      let [passed, failed] = [0, 0]
      const run = async (stages: readonly Stage[]) => {
        for (const stage of stages) {
          if (wanted.length > 0 && !wanted.includes(stage.name)) continue
          const tally = await tallyOf(stage)
          passed += tally[0]
          failed += tally[1]
        }
      }
      // In parallel, because each leaves a core idle at times.
      await Promise.all([run(checks), run(tests)])
      console.log(`\n${passed} passed, ${failed} failed`)
      return failed === 0 ? 0 : 1
    },
  })
}
