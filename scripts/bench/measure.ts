import { readdirSync, readFileSync } from 'node:fs'
import { type Ended, type ProgramOptions, runProgram } from '../terminal/program.ts'

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
  file: string,
  args: readonly string[],
  options: ProgramOptions = {},
): Promise<Ended & Cost> {
  const family = new Map<number, number>()
  let peakBytes = 0
  let sampling: NodeJS.Timeout | undefined
  const ended = await runProgram(file, args, {
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

/**
 * Notes the CPU ticks of every process of a family so far, and takes in the children that are new. Gives the family's
 * memory. Sampled, because a process that nobody waits for is counted nowhere when it has ended.
 */
function sample(family: Map<number, number>): number {
  const processes = readdirSync('/proc').flatMap((name) =>
    /^\d+$/.test(name) ? (readStat(name) ?? []) : [],
  )
  let pages = 0
  // A parent has nearly always the lower number; a child seen before its parent is counted at the next sample.
  for (const { pid, parent, ticks, residentPages } of processes.sort((a, b) => a.pid - b.pid)) {
    const known = family.has(pid)
    if (!known && !family.has(parent)) continue
    family.set(pid, ticks)
    // A child that has just been forked still has its parent's memory, which would count twice.
    if (known) pages += residentPages
  }
  return pages * pageBytes
}

function readStat(pid: string) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The program's name stands in parentheses and may hold spaces.
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    return {
      pid: Number.parseInt(text, 10),
      parent: fields[1] ?? 0,
      ticks: (fields[11] ?? 0) + (fields[12] ?? 0),
      residentPages: fields[21] ?? 0,
    }
  } catch {
    return undefined
  }
}
