import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'

const { resolve } = createRequire(import.meta.url)

/** The path of a file in a package, even if the package doesn't export it. */
export function packageFile(name: string, file: string): string {
  return join(dirname(resolve(`${name}/package.json`)), file)
}

/** The result of a program. */
export interface ProgramResult {
  /** The exit code; 1 if a signal ended the program. */
  code: number
  /** The lines of standard output and standard error, in the order in which they arrived. */
  output: string
  seconds: number
}

/** The options of a program. */
export interface ProgramOptions {
  cwd?: string
  /** Variables to add to the environment; `undefined` removes one. */
  env?: Record<string, string | undefined>
  /** Called with every line of output. */
  onLine?: (line: string) => void
  /** Called with the process id when the program has started. */
  onStart?: (pid: number) => void
}

/** Runs a program and collects its output. It stops when this process exits. Throws only if it cannot be started. */
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
  const stop = () => child.kill()
  process.once('exit', stop)
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
    process.off('exit', stop)
  }
}
