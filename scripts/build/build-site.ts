import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { CommandFailed } from '../terminal/command.ts'
import {
  type ProgramOptions,
  type ProgramResult,
  packageFile,
  runProgram,
} from '../terminal/program.ts'
import { filesBelow, type SiteSize, siteSize } from './built-site.ts'

/** The program `astro`, to be run by this Node. */
export const astroProgram = packageFile('astro', 'bin/astro.mjs')

/** The environment for Astro: telemetry is off. */
export const astroEnvironment = { ASTRO_TELEMETRY_DISABLED: '1' }

/** The environment of a build: always production, although a test runner sets `NODE_ENV` to `test`. */
export const buildEnvironment = {
  ...astroEnvironment,
  NODE_ENV: 'production',
  NO_COLOR: '1',
  FORCE_COLOR: undefined,
  // The bundler allocates memory as needed, instead of a quarter of a gigabyte in advance, and frees it.
  MIMALLOC_EAGER_COMMIT: '0',
  MIMALLOC_ARENA_EAGER_COMMIT: '0',
  MIMALLOC_PURGE_DELAY: '0',
  // Pagefind gives memory back after a fifth of a second instead of ten seconds: a fifth less of it.
  _RJEM_MALLOC_CONF: 'dirty_decay_ms:200,muzzy_decay_ms:0',
  // Node's threads share one pool of memory (on Linux), where each would keep its own.
  MALLOC_ARENA_MAX: '1',
}

/** Node's arguments for a build. Earlier collection of young garbage takes less memory, and so does one on demand. */
export const buildArguments = ['--max-semi-space-size=16', '--expose-gc', astroProgram, 'build']

/** Builds the project in `root` into its `dist`, and gives the exit code and Astro's output. */
export function runBuild(root: string, options: ProgramOptions = {}): Promise<ProgramResult> {
  return runProgram(process.execPath, buildArguments, {
    ...options,
    cwd: root,
    env: { ...buildEnvironment, ...options.env },
  })
}

/** Builds the project in `root` into its `dist`, with the search index. Throws with Astro's errors if that fails. */
export async function buildSite(root: string, options: ProgramOptions = {}): Promise<SiteSize> {
  const { code, output } = await runBuild(root, options)
  if (code !== 0) {
    throw new CommandFailed(
      `${errorsOf(output)}\n\nThe site was not built. Correct what is named above, then run the command again.`,
    )
  }
  return siteSize(join(root, 'dist'))
}

/**
 * The errors in Astro's output: its findings if there are any, otherwise all of it without progress
 * lines.
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

/** The folder for copies of the project, below its root, so that they find its `node_modules`. */
export const copiesFolder = '.cache/copies'

/** Every file that a build reads, below the project's root. */
export function sourceFiles(): string[] {
  const folders = ['content', 'public', 'src'].flatMap((folder) =>
    filesBelow(folder).map((file) => `${folder}/${file}`),
  )
  const own = ['astro.config.mjs', 'package-lock.json', 'package.json', 'tsconfig.json']
  return [...folders, ...own].filter((path) => !/\.test\.ts$|\.DS_Store$/.test(path))
}

/**
 * Copies everything that a build reads into a folder, so that a build there doesn't disturb the project: Astro
 * allows one build in a root at a time. Gives the copy's root. An earlier copy of that name is removed.
 */
export function copyProject(name: string): string {
  const copy = join(copiesFolder, name)
  rmSync(copy, { recursive: true, force: true })
  for (const path of sourceFiles()) cpSync(path, join(copy, path))
  return copy
}
