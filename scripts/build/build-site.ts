import { join } from 'node:path'
import { CommandFailed } from '../terminal/command.ts'
import { type Ended, type ProgramOptions, runProgram } from '../terminal/program.ts'
import { astroEnvironment, astroProgram } from './astro.ts'
import { type BuiltFacts, builtFacts } from './built-facts.ts'

/** Builds the project in `root` into its `dist`, and gives what Astro said, whether it went well or not. */
export function runBuild(root: string, options: ProgramOptions = {}): Promise<Ended> {
  return runProgram(process.execPath, [astroProgram, 'build'], {
    ...options,
    cwd: root,
    // Whatever the caller is (a test runner says `test`), what is built is the site that is published.
    env: {
      ...astroEnvironment,
      NODE_ENV: 'production',
      NO_COLOR: '1',
      FORCE_COLOR: undefined,
      ...options.env,
    },
  })
}

/** Builds the project in `root` into its `dist`, search index included. Throws with what Astro said when that fails. */
export async function buildSite(root: string, options: ProgramOptions = {}): Promise<BuiltFacts> {
  const { code, output } = await runBuild(root, options)
  if (code !== 0) {
    throw new CommandFailed(
      `${complaintOf(output)}\n\nThe site was not built. Mend what is named above, then run the command again.`,
    )
  }
  return builtFacts(join(root, 'dist'))
}

/** What Astro complains about: its output without the lines that only say how far it is. */
export function complaintOf(output: string): string {
  const lines = output.split('\n').filter((line) => !/^\d\d:\d\d:\d\d (?!\[ERROR\])/.test(line))
  return lines.join('\n').trim()
}
