import { type ParseArgsConfig, parseArgs } from 'node:util'
import { RefusedFiles } from '../../src/content/read.ts'

/** Thrown when a command cannot go on; its message is all that the user needs. */
export class CommandFailed extends Error {
  override name = 'CommandFailed'
}

/** The code that the system or Node gives an error, such as `ENOENT`; undefined for an error of our own. */
export function errorCodeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}

/** Today on this machine: `2026-03-13`. */
export function today(): string {
  return new Intl.DateTimeFormat('sv-SE').format(new Date())
}

let isDone = false

/** Waits until the user ends the command (Ctrl-C), which then counts as success. */
export function untilStopped(): Promise<never> {
  isDone = true
  return new Promise(() => {})
}

type Options = NonNullable<ParseArgsConfig['options']>

/** A command that `npm run` offers. */
export interface Command<O extends Options> {
  /** What `--help` prints. */
  help: string
  options: O
  /** Does the work and gives the exit code. */
  main(
    values: ReturnType<typeof parseArgs<{ options: O; allowPositionals: true }>>['values'],
    positionals: string[],
  ): Promise<number>
}

/**
 * Runs a command with the arguments of this process: answers `--help`, refuses what it does not know with exit code 2,
 * says why it failed with exit code 1, and ends its programs when it is interrupted.
 */
export async function runCommand<O extends Options>(command: Command<O>): Promise<void> {
  const args = process.argv.slice(2)
  if (args.includes('--help') || args.includes('-h')) {
    console.log(command.help.trim())
    return
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      console.log('\nStopped.')
      process.exit(isDone ? 0 : signal === 'SIGINT' ? 130 : 143)
    })
  }
  try {
    const { values, positionals } = parseArgs({
      args,
      options: command.options,
      allowPositionals: true,
    })
    process.exitCode = await command.main(values, positionals)
  } catch (error) {
    const isWrongUse = errorCodeOf(error)?.startsWith('ERR_PARSE_ARGS_')
    console.error(sentenceOf(error) ?? error)
    process.exitCode = isWrongUse ? 2 : 1
  }
}

/** What the user needs to know of an error; undefined for one that only a developer understands. */
function sentenceOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const { message } = error
  if (error instanceof CommandFailed || error instanceof RefusedFiles) return message
  const code = errorCodeOf(error) ?? ''
  if (code.startsWith('ERR_PARSE_ARGS_'))
    return `${message.replace(/\. .*$/s, '')}. Add --help to see what this command takes.`
  return /^E[A-Z\d]+$/.test(code)
    ? `The system did not allow it: ${message}. Correct that, and run the command again.`
    : undefined
}
