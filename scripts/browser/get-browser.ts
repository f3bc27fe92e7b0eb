import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { CommandFailed } from '../terminal/command.ts'
import { runProgram } from '../terminal/program.ts'
import { findBrowser } from './find-browser.ts'

/** How to get a browser by hand, for when neither finding nor installing one works. */
const advice = `The browser tests need Chromium, Chrome or Edge, and this machine has none. Install one
(Debian, Ubuntu: apt-get install chromium; macOS: brew install --cask google-chrome; Windows: winget install Google.Chrome)
or set CHROME_PATH to the program of one.`

const playwright = join(
  dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')),
  'cli.js',
)
const aptGet =
  'apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium'

/** The program of a browser: one that is there, else one that this installs. Throws with advice when it can do neither. */
export async function getBrowser(): Promise<string> {
  const present = findBrowser()
  if (present) return present
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0
  const ways = [
    ...(isRoot ? [['sh', '-c', aptGet]] : []),
    [process.execPath, playwright, 'install', 'chromium-headless-shell'],
  ]
  const tried: string[] = []
  for (const [file = '', ...args] of ways) {
    console.log(args.join(' '))
    const { code, output } = await runProgram(file, args)
    const installed = code === 0 ? findBrowser() : undefined
    if (installed) return installed
    tried.push(`${args.join(' ')}: ${output.trim().split('\n').slice(-3).join('\n')}`)
  }
  throw new CommandFailed([...tried, advice].join('\n\n'))
}

// Requests that Chromium makes for itself would be counted as requests of the page.
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
]

/** Starts a browser without a window, and without Chromium's sandbox, which does not work in containers. */
export function openBrowser(program: string): Promise<Browser> {
  return chromium.launch({
    executablePath: program,
    headless: true,
    args: ['--no-sandbox', ...quiet],
  })
}
