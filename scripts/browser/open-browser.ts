import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium, type LaunchOptions } from 'playwright-core'
import { CommandFailed } from '../terminal/command.ts'
import { inPackage, runProgram } from '../terminal/program.ts'

// The headless shell has no user interface, and takes a third of the time.
const onDebian = ['chromium-headless-shell', 'chromium', 'chromium-browser']

/** Environment variables that may name the browser's program. */
const variables = ['CHROME_PATH', 'CHROMIUM_PATH', 'PUPPETEER_EXECUTABLE_PATH']

const advice = `The browser tests need Chromium, Chrome or Edge, and this machine has none that starts. Install one
(Debian, Ubuntu: apt-get install chromium; macOS: brew install --cask google-chrome; Windows: winget install Google.Chrome)
or set CHROME_PATH to the program of one.`

const apt = 'DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends'
const aptGet = `apt-get update && (${apt} chromium-headless-shell || ${apt} chromium)`

// Chromium's own background requests would be counted as requests of the page.
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
]

/**
 * Starts the first browser that works: one named by a variable, one on the path, Playwright's own, Chrome, Edge; headless
 * and without Chromium's sandbox, which doesn't work in containers.
 */
async function start(): Promise<Browser | undefined> {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const named = variables.flatMap((name) => process.env[name] || [])
  const onPath = onDebian.flatMap((name) => folders.map((folder) => join(folder, name)))
  const candidates: LaunchOptions[] = [
    ...[...named, ...onPath.filter((file) => existsSync(file))].map((executablePath) => ({
      executablePath,
    })),
    {},
    { channel: 'chrome' },
    { channel: 'msedge' },
  ]
  const args = ['--no-sandbox', ...quiet]
  for (const candidate of candidates) {
    const browser = await chromium.launch({ ...candidate, headless: true, args }).catch(() => {})
    if (browser) return browser
  }
  return undefined
}

/** Starts a browser, and installs one if there is none. Throws with advice if neither works. */
export async function openBrowser(): Promise<Browser> {
  const present = await start()
  if (present) return present
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0
  const playwright = inPackage('playwright-core', 'cli.js')
  const ways = [
    ...(isRoot ? [['sh', '-c', aptGet]] : []),
    [process.execPath, playwright, 'install', 'chromium-headless-shell'],
  ]
  const tried: string[] = []
  for (const [file = '', ...args] of ways) {
    console.log(`Installing a browser: ${args.join(' ')}`)
    const { output } = await runProgram(file, args)
    const installed = await start()
    if (installed) return installed
    tried.push(`${args.join(' ')}: ${output.trim().split('\n').slice(-3).join('\n')}`)
  }
  throw new CommandFailed([...tried, advice].join('\n\n'))
}
