import { type ChildProcess, spawn } from 'node:child_process'

/** What a program left behind. */
export interface Ended {
  /** Its exit code; 1 when a signal ended it. */
  code: number
  /** What it wrote to both of its outputs, in the order in which it came. */
  output: string
  seconds: number
}

/** How a program is run. */
export interface ProgramOptions {
  cwd?: string
  /** Added to the environment; `undefined` takes a variable away. */
  env?: Record<string, string | undefined>
  /** Called with every line as it is written. */
  onLine?: (line: string) => void
  /** Called with the program's process id as soon as it runs. */
  onStart?: (pid: number) => void
}

const running = new Set<ChildProcess>()

/** Runs a program to its end and collects what it writes. Throws only when it cannot be started. */
export async function runProgram(
  file: string,
  args: readonly string[],
  { cwd, env, onLine, onStart }: ProgramOptions = {},
): Promise<Ended> {
  const started = performance.now()
  const child = spawn(file, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  })
  running.add(child)
  let output = ''
  let line = ''
  const take = (text: string) => {
    output += text
    const lines = (line + text).split(/\r?\n/)
    line = lines.pop() ?? ''
    for (const whole of lines) onLine?.(whole)
  }
  child.stdout.setEncoding('utf8').on('data', take)
  child.stderr.setEncoding('utf8').on('data', take)
  try {
    const code = await new Promise<number>((resolve, reject) => {
      child.on('error', reject)
      child.on('spawn', () => onStart?.(child.pid ?? 0))
      child.on('close', (code) => resolve(code ?? 1))
    })
    return { code, output, seconds: (performance.now() - started) / 1000 }
  } finally {
    running.delete(child)
  }
}

/** Runs a program that has the terminal to itself, and gives its exit code. */
export async function handOver(
  file: string,
  args: readonly string[],
  { cwd, env }: Pick<ProgramOptions, 'cwd' | 'env'> = {},
): Promise<number> {
  const child = spawn(file, args, { cwd, env: { ...process.env, ...env }, stdio: 'inherit' })
  running.add(child)
  try {
    return await new Promise<number>((resolve, reject) => {
      child.on('error', reject)
      child.on('close', (code) => resolve(code ?? 1))
    })
  } finally {
    running.delete(child)
  }
}

/** Ends every program that still runs. */
export function endPrograms(): void {
  for (const child of running) child.kill()
}
