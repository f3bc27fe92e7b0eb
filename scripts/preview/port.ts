import { CommandFailed } from '../terminal/command.ts'

/** The option `--port`, the same in every command that serves. */
export const portOption = {
  option: { type: 'string', default: '4321' },
  /** The port that was asked for. Throws when it is none. */
  read(text: string): number {
    const port = Number(text)
    if (/^\d+$/.test(text) && port < 65_536) return port
    throw new CommandFailed(`Unexpected port \`${text}\`, expected a number from 0 to 65535.`)
  },
} as const
