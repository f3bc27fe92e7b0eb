import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'

const { resolve } = createRequire(import.meta.url)

/** The path of a file in a package, also one that the package doesn't export. */
export function packageFile(name: string, file: string): string {
  return join(dirname(resolve(`${name}/package.json`)), file)
}

/** The result of a program. */
export interface ProgramResult {
  /** Its exit code; 1 when a signal ended it. */
  code: number
  /** Its standard output and standard error, interleaved by line. */
  output: string
  seconds: number
}

/** The options of a program. */
export interface ProgramOptions {
  cwd?: string
  /** Added to the environment; `undefined` removes a variable. */
  env?: Record<string, string | undefined>
  /** Called with every line as it is written. */
  onLine?: (line: string) => void
  /** Called with the program's process id as soon as it runs. */
  onStart?: (pid: number) => void
}

/** Runs a program and collects its output; it is stopped together with this process. Throws only if it cannot be started. */
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
