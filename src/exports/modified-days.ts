import { execFileSync } from 'node:child_process'

/**
 * The day of the last commit of every file in some folders below a project's root, `2025-03-13`, by the file's path. Asks git
 * once. Empty where there is no git, no repository or only its latest commit (a shallow clone), which would date every file alike.
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
    // Pages then have no such day.
  }
  return days
}

/** The last of some days; undefined when none is known. */
export function latest(days: readonly (string | undefined)[]): string | undefined {
  return days
    .filter((day) => day !== undefined)
    .sort()
    .at(-1)
}
