import { offline } from '../add/polite-fetch.ts'
import { CommandFailed } from '../terminal/command.ts'
import type { AskLink, LinkAnswer } from './ask-link.ts'

/**
 * Asks each address once, hosts side by side. Throws `CommandFailed` when not one of them could be reached, which says
 * more about this machine than about them.
 */
export async function askLinks(
  addresses: ReadonlySet<string>,
  ask: AskLink,
  tell: (detail: string) => void = () => {},
): Promise<Map<string, LinkAnswer>> {
  const answers = new Map<string, LinkAnswer>()
  await Promise.all(
    [...addresses].map(async (address) => {
      answers.set(address, await ask(address))
      tell(`${answers.size} of ${addresses.size}`)
    }),
  )
  const all = [...answers.values()]
  if (all.length > 0 && all.every(({ why = '' }) => offline.has(why))) {
    throw new CommandFailed(
      `Unexpected silence (\`${all[0]?.why}\`) from every host, expected answers. Connect this machine to the internet, and run the command again.`,
    )
  }
  return answers
}
