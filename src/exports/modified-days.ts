import { execFileSync } from 'node:child_process'

/** The day of the last commit of each file, `2025-03-13`, by its path from the project's root. */
export type ModifiedDays = ReadonlyMap<string, string>

/**
 * The days from what `git log --format=%x00%cs --name-only` prints: the latest commit comes first, and the first mention of
 * a file counts.
 */
function parseModifiedDays(log: string): ModifiedDays {
  const days = new Map<string, string>()
  for (const commit of log.split('\0').slice(1)) {
    const [day = '', ...files] = commit.split('\n').filter(Boolean)
    for (const file of files) if (!days.has(file)) days.set(file, day)
  }
  return days
}

/**
 * Asks git for the days of every file in some folders below a project's root. Empty where there is no git, no repository or only its
 * latest commit (a shallow clone), which would date every file alike.
 */
export function loadModifiedDays(folders: readonly string[], root = '.'): ModifiedDays {
  const git = (...args: string[]) =>
    execFileSync('git', args, {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  try {
    if (git('rev-parse', '--is-shallow-repository').trim() !== 'false') return new Map()
    return parseModifiedDays(
      git(
        '-c',
        'core.quotePath=false',
        'log',
        '--format=%x00%cs',
        '--name-only',
        '--relative',
        '--',
        ...folders,
      ),
    )
  } catch {
    return new Map()
  }
}

/** The last of some days; undefined when none is known. */
export function latest(days: readonly (string | undefined)[]): string | undefined {
  return days
    .filter((day) => day !== undefined)
    .sort()
    .at(-1)
}
