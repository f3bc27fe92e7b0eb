import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { getBrowser } from './browser/get-browser.ts'
import { astroEnvironment, astroProgram } from './build/build-site.ts'
import { CommandFailed, runCommand } from './terminal/command.ts'
import { onlyWith } from './test/only-with.ts'
import { programStage, runStages, type Stage } from './test/stage.ts'
import { vitestStage } from './test/vitest-stage.ts'

const resolve = createRequire(import.meta.url).resolve
const biome = join(dirname(resolve('@biomejs/biome/package.json')), 'bin', 'biome')

const stages: readonly Stage[] = [
  programStage('check', 'Content check', ['scripts/check.ts']),
  programStage('lint', 'Lint', [biome, 'lint', '--error-on-warnings', '.']),
  programStage('lint', 'Layers and circles', [
    join('node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs'),
    ...['--output-type', 'err-long', 'src', 'scripts', 'astro.config.mjs'],
  ]),
  programStage('format', 'Format', [biome, 'check', '--linter-enabled=false', '.']),
  programStage('astro', 'Types of pages', [astroProgram, 'check'], astroEnvironment),
  programStage('types', 'Types', [resolve('typescript/bin/tsc'), '--noEmit']),
  vitestStage('unit', 'Unit tests'),
  vitestStage('content', 'Content tests'),
  onlyWith(['biber'], vitestStage('tools', 'Tests with Biber')),
  {
    name: 'browser',
    title: 'Find a browser',
    run: async (tell) => {
      await getBrowser(tell)
      return { passed: 1, failed: 0, report: '' }
    },
  },
  vitestStage('build', 'Tests of the built site'),
  vitestStage('browser', 'Tests in a browser'),
]

const names = [...new Set(stages.map(({ name }) => name))]

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
      const chosen = stages.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
      const { passed, failed } = await runStages(chosen)
      console.log(`\n${passed} passed, ${failed} failed`)
      return failed > 0 ? 1 : 0
    },
  })
}
