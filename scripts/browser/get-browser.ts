import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { CommandFailed } from '../terminal/command.ts'
import { runProgram } from '../terminal/program.ts'
import type { Tell } from '../terminal/progress.ts'
import { findBrowser } from './find-browser.ts'

/** How to get a browser by hand, for when neither finding nor installing one works. */
export const browserAdvice = `Unexpected machine without Chromium, Chrome or Edge, expected one for the browser tests. Install one
(Debian, Ubuntu: apt-get install chromium; macOS: brew install --cask google-chrome; Windows: winget install Google.Chrome)
or set CHROME_PATH to the program of one.`

/** The program of a browser: one that is there, else one that this installs. Throws with advice when it can do neither. */
export async function getBrowser(tell: Tell = () => {}): Promise<string> {
  const present = findBrowser()
  if (present) return present
  const tried: string[] = []
  for (const { title, file, args } of ways()) {
    tell(title)
    try {
      const { code, output } = await runProgram(file, args, { onLine: tell })
      const installed = code === 0 ? findBrowser() : undefined
      if (installed) return installed
      tried.push(`${title}: ${output.trim().split('\n').slice(-3).join('\n')}`)
    } catch (error) {
      tried.push(`${title}: ${error instanceof Error ? error.message : error}`)
    }
  }
  throw new CommandFailed([...tried, browserAdvice].join('\n\n'))
}

function ways(): { title: string; file: string; args: string[] }[] {
  const playwright = join(
    dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')),
    'cli.js',
  )
  const download = {
    title: 'npx playwright-core install chromium-headless-shell',
    file: process.execPath,
    args: [playwright, 'install', 'chromium-headless-shell'],
  }
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return [download]
  const install =
    'apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium'
  return [{ title: 'apt-get install chromium', file: 'sh', args: ['-c', install] }, download]
}
