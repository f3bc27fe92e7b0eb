import { readFileSync } from 'node:fs'
import { type ProgramOptions, type ProgramResult, runProgram } from '../terminal/program.ts'

/** The cost of a program and its child processes. Both figures are 0 except on Linux. */
export interface Cost {
  /** User and system time in seconds. */
  cpuSeconds: number
  /** Peak resident memory in bytes. */
  peakBytes: number
}

const sampleMilliseconds = 50
// Linux reports CPU time in hundredths of a second, independent of the kernel's clock. See proc_pid_stat(5).
const ticksPerSecond = 100
const pageBytes = 4096

/** Runs a Node program and measures its cost. */
export async function measure(
  args: readonly string[],
  options: ProgramOptions,
): Promise<ProgramResult & Cost> {
  const ticks = new Map<number, number>()
  let peakBytes = 0
  let sampling: NodeJS.Timeout | undefined
  const ended = await runProgram(process.execPath, args, {
    ...options,
    onStart(pid) {
      sampling = setInterval(() => {
        peakBytes = Math.max(peakBytes, sample(pid, ticks))
      }, sampleMilliseconds)
    },
  })
  clearInterval(sampling)
  const cpuSeconds = [...ticks.values()].reduce((sum, own) => sum + own, 0) / ticksPerSecond
  return { ...ended, cpuSeconds, peakBytes }
}

/** Samples a process and its children: updates the CPU ticks of each, and returns their memory in bytes. */
function sample(pid: number, ticks: Map<number, number>): number {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').match(/\d+/g) ?? []
    // The program's name is in parentheses and may contain spaces.
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    // A child that was just forked shares its parent's memory, which would be counted twice.
    const own = ticks.has(pid) ? (fields[21] ?? 0) * pageBytes : 0
    ticks.set(pid, (fields[11] ?? 0) + (fields[12] ?? 0))
    return children.reduce((sum, child) => sum + sample(Number(child), ticks), own)
  } catch {
    // The process has ended, or this is not Linux.
    return 0
  }
}
