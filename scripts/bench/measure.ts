import { readdirSync, readFileSync } from 'node:fs'
import { type ProgramOptions, type ProgramResult, runProgram } from '../terminal/program.ts'

/** What a program took, the programs that it started included. */
export interface Cost {
  seconds: number
  /** Seconds of user and system time; undefined where the system does not tell. */
  cpuSeconds: number | undefined
  /** The most memory resident at one time, in bytes; undefined where the system does not tell. */
  peakBytes: number | undefined
}

const linux = process.platform === 'linux'
const sampleMilliseconds = 50
// Linux counts in hundredths of a second for programs, whatever the kernel's own clock. See proc_pid_stat(5).
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

/** Notes the CPU ticks of a family's processes so far, takes in new children, and gives the family's memory. */
function sample(family: Map<number, number>): number {
  let pages = 0
  // A parent has nearly always the lower number; a child seen before its parent is counted at the next sample.
  const pids = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? Number(name) : []))
  for (const pid of pids.sort((a, b) => a - b)) {
    const fields = statOf(pid)
    if (!fields || !(family.has(pid) || family.has(fields[1] ?? 0))) continue
    // A child that has just been forked still has its parent's memory, which would count twice.
    if (family.has(pid)) pages += fields[21] ?? 0
    family.set(pid, (fields[11] ?? 0) + (fields[12] ?? 0))
  }
  return pages * pageBytes
}

/** The numbers of a process from its state on; undefined when it has ended. */
function statOf(pid: number): number[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The program's name stands in parentheses and may hold spaces.
    const afterName = text.slice(text.lastIndexOf(')') + 2)
    return afterName.split(' ').map(Number)
  } catch {
    return undefined
  }
}
