import { z } from 'zod'
import type { Cost } from './measure.ts'

/** The files that a phase made. */
export interface Made {
  files: number
  bytes: number
}

const report = z.object({
  files: z.number(),
  bytes: z.number(),
  seconds: z.number().optional(),
  cpuSeconds: z.number().optional(),
})

/**
 * What a phase says of itself in its last line, as JSON: the files that it made, and what making them took where it knows
 * that better than who ran it, because it had to load the list first. Undefined when it says nothing.
 */
export function madeIn(
  output: string,
): { made: Made; cost: Partial<Pick<Cost, 'seconds' | 'cpuSeconds'>> } | undefined {
  const line = output.trimEnd().split('\n').at(-1) ?? ''
  if (!line.startsWith('{')) return undefined
  const { files, bytes, seconds, cpuSeconds } = report.parse(JSON.parse(line))
  return {
    made: { files, bytes },
    cost: {
      ...(seconds !== undefined && { seconds }),
      ...(cpuSeconds !== undefined && { cpuSeconds }),
    },
  }
}

/** Runs a part of the build and prints what `madeIn` reads. */
export async function printMade(make: () => Promise<Made> | Made): Promise<void> {
  const started = performance.now()
  const before = process.cpuUsage()
  const made = await make()
  const { user, system } = process.cpuUsage(before)
  const seconds = (performance.now() - started) / 1000
  console.log(JSON.stringify({ ...made, seconds, cpuSeconds: (user + system) / 1e6 }))
}
