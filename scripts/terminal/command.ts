import { type ParseArgsConfig, parseArgs } from 'node:util'
import { RefusedFiles } from '../../src/content/read.ts'

/** Thrown if a command fails for a reason that the user can fix. Only its message is printed. */
export class CommandFailed extends Error {
  override name = 'CommandFailed'
}

/** The code of an error, such as `ENOENT`; undefined if it has none. */
export function errorCodeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}

/** Today's date on this machine: `2026-03-13`. */
export function today(): string {
  return new Intl.DateTimeFormat('sv-SE').format(new Date())
}

let isServing = false

/** Waits until the user presses Ctrl-C. The exit code is then 0. */
export function waitUntilStopped(): Promise<never> {
  isServing = true
  return new Promise(() => {})
}

type Options = NonNullable<ParseArgsConfig['options']>

/** A command of `package.json`. */
export interface Command<O extends Options> {
  /** The output of `--help`. */
  help: string
  options: O
  /** Runs the command and returns the exit code. */
  main(
    values: ReturnType<typeof parseArgs<{ options: O; allowPositionals: true }>>['values'],
    positionals: string[],
  ): Promise<number>
}

/**
 * Runs a command with the arguments of this process. Prints `--help`, exits with code 2 for a wrong option and with code 1 for a
 * failure, and stops on Ctrl-C.
 */
export async function runCommand<O extends Options>(command: Command<O>): Promise<void> {
  const { help, options, main } = command
  const args = process.argv.slice(2)
  if (args.includes('--help') || args.includes('-h')) {
    console.log(help.trim())
    return
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      console.log('\nStopped.')
      process.exit(isServing ? 0 : signal === 'SIGINT' ? 130 : 143)
    })
  }
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    process.exitCode = await main(values, positionals)
  } catch (error) {
    console.error(userMessage(error) ?? error)
    process.exitCode = usageError.test(errorCodeOf(error) ?? '') ? 2 : 1
  }
}

const usageError = /^ERR_PARSE_ARGS/

/** The message of an error for the user; undefined for a bug, whose stack is printed. */
function userMessage(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const { message } = error
  if (error instanceof CommandFailed || error instanceof RefusedFiles) return message
  const code = errorCodeOf(error) ?? ''
  if (usageError.test(code))
    return `${message.replace(/\. .*$/s, '')}. Add --help to see what this command takes.`
  return /^E[A-Z\d]+$/.test(code)
    ? `The system reported an error: ${message}. Correct its cause, and run the command again.`
    : undefined
}
