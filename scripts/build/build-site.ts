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

/** The path of Astro's program, for this Node to run. */
export const astroProgram = packageFile('astro', 'bin/astro.mjs')

/** The environment for Astro, without telemetry. */
export const astroEnvironment = { ASTRO_TELEMETRY_DISABLED: '1' }

/** The environment of a build. It is always production, even in a test runner, which sets `NODE_ENV` to `test`. */
export const buildEnvironment = {
  ...astroEnvironment,
  NODE_ENV: 'production',
  NO_COLOR: '1',
  FORCE_COLOR: undefined,
  // The bundler allocates memory as needed, not 250 MB in advance, and frees it.
  MIMALLOC_EAGER_COMMIT: '0',
  MIMALLOC_ARENA_EAGER_COMMIT: '0',
  MIMALLOC_PURGE_DELAY: '0',
  // Pagefind frees memory after 200 ms instead of ten seconds, and needs a fifth less.
  _RJEM_MALLOC_CONF: 'dirty_decay_ms:200,muzzy_decay_ms:0',
  // On Linux, Node's threads share one memory pool instead of one for each.
  MALLOC_ARENA_MAX: '1',
}

/** Node's arguments for a build. Smaller young generations and garbage collection on demand save memory. */
export const buildArguments = ['--max-semi-space-size=16', '--expose-gc', astroProgram, 'build']

/** Builds the project in `root` into its `dist`, and returns the exit code and Astro's output. */
export function runBuild(root: string, options: ProgramOptions = {}): Promise<ProgramResult> {
  return runProgram(process.execPath, buildArguments, {
    ...options,
    cwd: root,
    env: { ...buildEnvironment, ...options.env },
  })
}

/** Builds the project in `root` into its `dist`, and measures it. Throws Astro's errors if the build fails. */
export async function buildSite(root: string, options: ProgramOptions = {}): Promise<SiteSize> {
  const { code, output } = await runBuild(root, options)
  if (code !== 0) {
    throw new CommandFailed(
      `${errorsOf(output)}\n\nThe site was not built. Correct the errors above, then run the command again.`,
    )
  }
  return siteSize(join(root, 'dist'))
}

/**
 * Extracts the errors from Astro's output: the findings if there are any, otherwise everything except progress lines.
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

/** The folder for copies of the project. It is below the root, so that the copies find `node_modules`. */
export const copiesFolder = '.cache/copies'

/** The paths of all files that a build reads. */
export function sourceFiles(): string[] {
  const folders = ['content', 'public', 'src'].flatMap((folder) =>
    filesBelow(folder).map((file) => `${folder}/${file}`),
  )
  const own = ['astro.config.mjs', 'package-lock.json', 'package.json', 'tsconfig.json']
  return [...folders, ...own].filter((path) => !/\.test\.ts$|\.DS_Store$/.test(path))
}

/**
 * Copies all files that a build reads, and returns the root of the copy. An earlier copy of that name is replaced. Builds in
 * copies can run at the same time, while Astro allows only one in a root.
 */
export function copyProject(name: string): string {
  const copy = join(copiesFolder, name)
  rmSync(copy, { recursive: true, force: true })
  for (const path of sourceFiles()) cpSync(path, join(copy, path))
  return copy
}
