import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { astroEnvironment, astroProgram } from './build/build-site.ts'
import { CommandFailed, runCommand } from './terminal/command.ts'
import { packageFile, runProgram } from './terminal/program.ts'

/** The stages of a lane by name: the arguments with which Node runs each. A lane runs them in order. */
type Stages = Readonly<Record<string, readonly string[]>>

const biome = packageFile('@biomejs/biome', 'bin/biome')
const depcruise = join('node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs')
const vitest = (project: string) => [
  packageFile('vitest', 'vitest.mjs'),
  'run',
  '--project',
  project,
]

const checks: Stages = {
  check: ['scripts/check.ts'],
  lint: [biome, 'lint', '--error-on-warnings', '.'],
  layers: [depcruise, '--output-type', 'err-long', 'src', 'scripts', 'astro.config.mjs'],
  format: [biome, 'check', '--linter-enabled=false', '.'],
  astro: [astroProgram, 'check'],
  types: [packageFile('typescript', 'bin/tsc'), '--noEmit'],
  content: vitest('content'),
  tools: vitest('tools'),
}

// The build and browser tests use papers of the list that comes with the generator. A new list is only built.
const tests: Stages = existsSync('content/evaluation')
  ? { unit: vitest('unit'), build: vitest('build'), browser: vitest('browser') }
  : { unit: vitest('unit'), build: ['scripts/build.ts'] }

const names = Object.keys({ ...checks, ...tests })

const help = `
npm test [-- stage …]

Runs all stages, and prints how many tests passed and failed. A stage without tests counts as one. Installs a browser if
there is none.

  stage     only these: ${names.join(', ')}
  --help    show this
`

/** Runs a stage and prints its result, with the output if it failed. Returns the numbers of passed and failed tests. */
async function runStage(
  name: string,
  args: readonly string[],
): Promise<[passed: number, failed: number]> {
  const env = { ...astroEnvironment, NO_COLOR: '1', FORCE_COLOR: undefined }
  const { code, output, seconds } = await runProgram(process.execPath, args, { env })
  const counts = /^ *Tests {2}(.*?)(?: \(\d+\))?$/m.exec(output)?.[1] ?? ''
  console.log(`${code === 0 ? '✓' : '✗'} ${name}  ${seconds.toFixed(1)} s  ${counts}`.trimEnd())
  if (code !== 0) console.log(`\n${output.trim()}\n`)
  const passed = Number(/(\d+) passed/.exec(counts)?.[1] ?? 0)
  const failed = Number(/(\d+) failed/.exec(counts)?.[1] ?? 0)
  // A stage can fail without a failed test, for instance if a file cannot be loaded.
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
          `Unexpected stage \`${unknown}\`, expected one of ${names.join(', ')}. Write \`npm test -- ${names[0]}\`.`,
        )
      }
      let [passed, failed] = [0, 0]
      const run = async (stages: Stages) => {
        for (const [name, args] of Object.entries(stages)) {
          if (wanted.length > 0 && !wanted.includes(name)) continue
          const counts = await runStage(name, args)
          passed += counts[0]
          failed += counts[1]
        }
      }
      // In parallel, because neither lane uses all cores all the time.
      await Promise.all([run(checks), run(tests)])
      console.log(`\n${passed} passed, ${failed} failed`)
      return failed === 0 ? 0 : 1
    },
  })
}
