import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { astroEnvironment, astroProgram } from './build/build-site.ts'
import { CommandFailed, runCommand } from './terminal/command.ts'
import { programStage, runStages, type Stage, vitestStage } from './test/stages.ts'

const resolve = createRequire(import.meta.url).resolve
const biome = join(dirname(resolve('@biomejs/biome/package.json')), 'bin', 'biome')

const programs: readonly Stage[] = [
  programStage('check', 'Content check', ['scripts/check.ts']),
  programStage('lint', 'Lint', [biome, 'lint', '--error-on-warnings', '.']),
  programStage('lint', 'Layers and circles', [
    join('node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs'),
    ...['--output-type', 'err-long', 'src', 'scripts', 'astro.config.mjs'],
  ]),
  programStage('format', 'Format', [biome, 'check', '--linter-enabled=false', '.']),
  programStage('astro', 'Types of pages', [astroProgram, 'check'], astroEnvironment),
  programStage('types', 'Types', [resolve('typescript/bin/tsc'), '--noEmit']),
  vitestStage('content', 'Content tests'),
  withBiber(vitestStage('tools', 'Tests with Biber')),
]

const tests: readonly Stage[] = [
  vitestStage('unit', 'Unit tests'),
  vitestStage('build', 'Tests of the built site'),
  vitestStage('browser', 'Tests in a browser'),
]

/** A stage that counts nothing on a machine without Biber; where `CI` is set it runs, and fails with what to install. */
function withBiber(stage: Stage): Stage {
  const run = async () => {
    if (process.env['CI'] || !spawnSync('biber', ['--version']).error) return stage.run()
    console.log(`${stage.title}: left out, this machine has no biber.`)
    return { passed: 0, failed: 0, report: '' }
  }
  return { ...stage, run }
}

const names = [...new Set([...programs, ...tests].map(({ name }) => name))]

const help = `
npm test [-- stage …]

Runs every test there is, and ends with how many passed and failed. Finds a browser by itself, or installs one.

  stage     only these: ${names.join(', ')}
  --help    show this
`

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
      const chosen = ({ name }: Stage) => wanted.length === 0 || wanted.includes(name)
      // Side by side, because each leaves a processor idle now and then.
      const lanes = await Promise.all(
        [programs, tests].map((lane) => runStages(lane.filter(chosen))),
      )
      const sum = (key: 'passed' | 'failed') => lanes.reduce((total, lane) => total + lane[key], 0)
      console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
      return sum('failed') > 0 ? 1 : 0
    },
  })
}
