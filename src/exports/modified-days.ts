import { execFileSync } from 'node:child_process'

/**
 * Asks git for the day of the last commit of every file in some folders, `2025-03-13`, by the file's path below the project's
 * root. Returns an empty map without git or a repository, and in a shallow clone, where all files would have the same day.
 */
export function loadModifiedDays(
  folders: readonly string[],
  root = '.',
): ReadonlyMap<string, string> {
  const git = (command: string, ...paths: string[]) =>
    execFileSync('git', [...command.split(' '), ...paths], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  const days = new Map<string, string>()
  try {
    if (git('rev-parse --is-shallow-repository').trim() !== 'false') return days
    const log = git(
      '-c core.quotePath=false log --format=%x00%cs --name-only --relative --',
      ...folders,
    )
    for (const commit of log.split('\0')) {
      const [day = '', ...files] = commit.split('\n').filter(Boolean)
      // The latest commit comes first.
      for (const file of files) if (!days.has(file)) days.set(file, day)
    }
  } catch {
    // Without git, no days are known.
  }
  return days
}

/** Returns the latest of some days or timestamps; undefined if none is known. */
export function latest(days: readonly (string | undefined)[]): string | undefined {
  return days
    .filter((day) => day !== undefined)
    .sort()
    .at(-1)
}
