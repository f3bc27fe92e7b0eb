import { type ParseArgsConfig, parseArgs } from 'node:util'
import { RefusedFiles } from '../../src/content/read.ts'

/** Thrown if a command fails for a reason the user can fix; only its message is shown. */
export class CommandFailed extends Error {
  override name = 'CommandFailed'
}

/** An error's system code, such as `ENOENT`; undefined for errors of our own. */
export function errorCodeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}

/** Today on this machine: `2026-03-13`. */
export function today(): string {
  return new Intl.DateTimeFormat('sv-SE').format(new Date())
}

let isServing = false

/** Waits until the user stops the command with Ctrl-C, which counts as success. */
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
  /** Runs the command and gives the exit code. */
  main(
    values: ReturnType<typeof parseArgs<{ options: O; allowPositionals: true }>>['values'],
    positionals: string[],
  ): Promise<number>
}

/**
 * Runs a command with the arguments of this process: prints `--help`, rejects wrong options with exit code 2,
 * reports failures with exit code 1, and stops its child processes when interrupted.
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

/** The message of an error for the user; undefined for a bug, whose stack is shown. */
function userMessage(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const { message } = error
  if (error instanceof CommandFailed || error instanceof RefusedFiles) return message
  const code = errorCodeOf(error) ?? ''
  if (usageError.test(code))
    return `${message.replace(/\. .*$/s, '')}. Add --help to see what this command takes.`
  return /^E[A-Z\d]+$/.test(code)
    ? `The system did not allow it: ${message}. Correct that, and run the command again.`
    : undefined
}
