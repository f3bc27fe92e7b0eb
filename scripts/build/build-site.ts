import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { CommandFailed } from '../terminal/command.ts'
import {
  inPackage,
  type ProgramOptions,
  type ProgramResult,
  runProgram,
} from '../terminal/program.ts'
import { type BuiltFacts, builtFacts } from './built-facts.ts'

/** The program `astro`, to be run by this Node. */
export const astroProgram = inPackage('astro', 'bin/astro.mjs')

/** The environment in which Astro always runs here: it reports nothing to anybody. */
export const astroEnvironment = { ASTRO_TELEMETRY_DISABLED: '1' }

/** The environment of a build. Whatever starts it (a test runner says `test`), what is built is the published site. */
export const buildEnvironment = {
  ...astroEnvironment,
  NODE_ENV: 'production',
  NO_COLOR: '1',
  FORCE_COLOR: undefined,
  // The bundler takes memory as it uses it, instead of a quarter of a gigabyte in advance, and gives it back.
  MIMALLOC_EAGER_COMMIT: '0',
  MIMALLOC_ARENA_EAGER_COMMIT: '0',
  MIMALLOC_PURGE_DELAY: '0',
}

/** What Node is given to build a site. Young garbage is collected sooner than Node would, which takes less memory. */
export const buildArguments = ['--max-semi-space-size=16', astroProgram, 'build']

/** Builds the project in `root` into its `dist`, and gives what Astro said, whether it went well or not. */
export function runBuild(root: string, options: ProgramOptions = {}): Promise<ProgramResult> {
  return runProgram(process.execPath, buildArguments, {
    ...options,
    cwd: root,
    env: { ...buildEnvironment, ...options.env },
  })
}

/** Builds the project in `root` into its `dist`, search index included. Throws with what Astro said when that fails. */
export async function buildSite(root: string, options: ProgramOptions = {}): Promise<BuiltFacts> {
  const { code, output } = await runBuild(root, options)
  if (code !== 0) {
    throw new CommandFailed(
      `${errorsOf(output)}\n\nThe site was not built. Correct what is named above, then run the command again.`,
    )
  }
  return builtFacts(join(root, 'dist'))
}

/**
 * What Astro complains about: the findings in its output where there are some, otherwise its output without the lines that
 * only say how far it is.
 */
export function errorsOf(output: string): string {
  const lines = output.split('\n')
  const findings = lines.filter((line) => /^\S.*:\d+:\d+ Unexpected .* \([a-z-]+\)$/.test(line))
  if (findings.length > 0) return [...new Set(findings)].join('\n')
  return lines
    .filter((line) => !/^\d\d:\d\d:\d\d (?!\[ERROR\])/.test(line))
    .join('\n')
    .trim()
}

/** Where copies of the project live, below its root: they find its `node_modules`, and nothing else sees them. */
export const copiesFolder = '.cache/copies'

const parts = [
  'astro.config.mjs',
  'content',
  'package-lock.json',
  'package.json',
  'public',
  'src',
  'tsconfig.json',
]

const isPart = (path: string) => !/\.test\.ts$|^\.DS_Store$/.test(basename(path))

/**
 * Copies all that a build reads into a folder of its own, so that it can be built without disturbing the project: Astro
 * allows one build a root at a time. Gives the copy's root. A former copy of that name is removed.
 */
export function copyProject(name: string): string {
  const copy = join(copiesFolder, name)
  rmSync(copy, { recursive: true, force: true })
  mkdirSync(copy, { recursive: true })
  for (const part of parts) {
    cpSync(part, join(copy, part), { recursive: true, filter: isPart })
  }
  return copy
}
