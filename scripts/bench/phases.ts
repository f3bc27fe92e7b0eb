import { resolve } from 'node:path'
import { astroEnvironment, astroProgram } from '../build/astro.ts'
import { complaintOf } from '../build/build-site.ts'
import { CommandFailed } from '../terminal/command.ts'
import { step } from '../terminal/progress.ts'
import { type Made, madeIn } from './made.ts'
import { type Cost, measure } from './measure.ts'

/** What one phase took. */
export interface PhaseCost extends Cost {
  phase: string
  /** The files that it wrote; absent where it does not count them. */
  made?: Made
}

interface Phase {
  phase: string
  title: string
  args: string[]
  env?: Record<string, string>
  /** Whether exit code 1, which says that something was found, is an answer and no failure. */
  mayFind?: boolean
}

const phases: readonly Phase[] = [
  { phase: 'convert', title: 'Convert', args: [resolve('scripts/convert.ts')], mayFind: true },
  { phase: 'check', title: 'Check', args: [resolve('scripts/check.ts')], mayFind: true },
  {
    phase: 'build',
    title: 'Build, index included',
    args: [astroProgram, 'build'],
    env: { ...astroEnvironment, NODE_ENV: 'production', NO_COLOR: '1' },
  },
  { phase: 'index', title: 'Index by itself', args: [resolve('scripts/bench/index-only.ts')] },
  {
    phase: 'exports',
    title: 'Exports by themselves',
    args: [resolve('scripts/bench/exports-only.ts')],
  },
  { phase: 'cards', title: 'Cards, all anew', args: [resolve('scripts/bench/cards-only.ts')] },
]

/** Words for what a phase took: `3.2 s, 4.1 CPU s, 310 MB`. */
export function costWords({ seconds, cpuSeconds, peakBytes }: Cost): string {
  const cpu = cpuSeconds === undefined ? '' : `, ${cpuSeconds.toFixed(1)} CPU s`
  const peak = peakBytes === undefined ? '' : `, ${Math.round(peakBytes / 1e6)} MB`
  return `${seconds.toFixed(1)} s${cpu}${peak}`
}

/**
 * Runs the phases from listing to site in a copy of the project, one after the other, and measures each. Throws with
 * what a phase said when it fails.
 */
export async function measurePhases(
  copy: string,
  progress: NodeJS.WriteStream,
): Promise<PhaseCost[]> {
  const costs: PhaseCost[] = []
  for (const { phase, title, args, env, mayFind } of phases) {
    const { code, output, seconds, cpuSeconds, peakBytes } = await step(
      title,
      (tell) => measure(process.execPath, args, { cwd: copy, env: { ...env }, onLine: tell }),
      costWords,
      progress,
    )
    if (code > (mayFind ? 1 : 0))
      throw new CommandFailed(`${complaintOf(output)}\n\n${title} failed.`)
    const made = madeIn(output)
    costs.push({
      phase,
      seconds,
      cpuSeconds,
      peakBytes,
      ...made?.cost,
      ...(made && { made: made.made }),
    })
  }
  return costs
}
