import { readdirSync, readFileSync } from 'node:fs'
import { type ProgramOptions, type ProgramResult, runProgram } from '../terminal/program.ts'

/** The cost of a program, including its child processes. */
export interface Cost {
  seconds: number
  /** Seconds of user and system time; undefined except on Linux. */
  cpuSeconds: number | undefined
  /** Peak resident memory in bytes; undefined except on Linux. */
  peakBytes: number | undefined
}

const linux = process.platform === 'linux'
const sampleMilliseconds = 50
// Linux reports CPU time in hundredths of a second, independent of the kernel's clock. See proc_pid_stat(5).
const ticksPerSecond = 100
const pageBytes = 4096

/** Runs a program and measures it. CPU and memory are known on Linux only. */
export async function measure(
  args: readonly string[],
  options: ProgramOptions = {},
): Promise<ProgramResult & Cost> {
  const family = new Map<number, number>()
  let peakBytes = 0
  let sampling: NodeJS.Timeout | undefined
  const ended = await runProgram(process.execPath, args, {
    ...options,
    onStart(pid) {
      if (!linux) return
      family.set(pid, 0)
      sampling = setInterval(() => {
        peakBytes = Math.max(peakBytes, sample(family))
      }, sampleMilliseconds)
    },
  })
  clearInterval(sampling)
  const ticks = [...family.values()].reduce((sum, own) => sum + own, 0)
  return {
    ...ended,
    cpuSeconds: linux ? ticks / ticksPerSecond : undefined,
    peakBytes: linux ? peakBytes : undefined,
  }
}

/** Samples a process tree: updates the CPU ticks of each process, adds new children, and gives the tree's memory. */
function sample(family: Map<number, number>): number {
  let pages = 0
  // A parent nearly always has the lower pid; a child seen before its parent is counted in the next sample.
  const pids = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? Number(name) : []))
  for (const pid of pids.sort((a, b) => a - b)) {
    const fields = statOf(pid)
    if (!fields || !(family.has(pid) || family.has(fields[1] ?? 0))) continue
    // A child that was just forked shares its parent's memory, which would be counted twice.
    if (family.has(pid)) pages += fields[21] ?? 0
    family.set(pid, (fields[11] ?? 0) + (fields[12] ?? 0))
  }
  return pages * pageBytes
}

/** The fields of `/proc/<pid>/stat` after the name; undefined if the process has ended. */
function statOf(pid: number): number[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The program's name is in parentheses and may contain spaces.
    const afterName = text.slice(text.lastIndexOf(')') + 2)
    return afterName.split(' ').map(Number)
  } catch {
    return undefined
  }
}
