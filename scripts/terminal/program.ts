import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'

const { resolve } = createRequire(import.meta.url)

/** The path of a file in a package, which need not be among those that the package exports. */
export function inPackage(name: string, file: string): string {
  return join(dirname(resolve(`${name}/package.json`)), file)
}

/** What a program left behind. */
export interface ProgramResult {
  /** Its exit code; 1 when a signal ended it. */
  code: number
  /** What it wrote to both of its outputs, line by line in the order in which it came. */
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

/** Runs a program to its end and collects what it writes; it ends with this process. Throws only when it cannot be started. */
export async function runProgram(
  file: string,
  args: readonly string[],
  { cwd, env, onLine, onStart }: ProgramOptions = {},
): Promise<ProgramResult> {
  const started = performance.now()
  const child = spawn(file, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  })
  const end = () => child.kill()
  process.once('exit', end)
  if (child.pid !== undefined) onStart?.(child.pid)
  let output = ''
  for (const input of [child.stdout, child.stderr]) {
    createInterface({ input }).on('line', (line) => {
      output += `${line}\n`
      onLine?.(line)
    })
  }
  try {
    const [code] = await once(child, 'close')
    return { code: code ?? 1, output, seconds: (performance.now() - started) / 1000 }
  } finally {
    process.off('exit', end)
  }
}
