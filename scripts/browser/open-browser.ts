import { existsSync } from 'node:fs'
import { type Browser, chromium, type LaunchOptions } from 'playwright-core'
import { CommandFailed } from '../terminal/command.ts'
import { packageFile, runProgram } from '../terminal/program.ts'

// The headless shell comes first: it has no user interface, and is three times as fast.
const onDebian = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium']

const advice = `Unexpected machine without a browser that starts, expected Chromium, Chrome or Edge. Install one
(Debian, Ubuntu: apt-get install chromium; macOS: brew install --cask google-chrome; Windows: winget install Google.Chrome)
or set CHROME_PATH to the path of one.`

const apt = 'DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends'
const aptGet = `apt-get update && (${apt} chromium-headless-shell || ${apt} chromium)`

// Chromium's own background requests would be counted as requests of the page. Its sandbox doesn't work in containers.
const args = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  '--no-sandbox',
]

/** Starts the first browser that works, headless: that of CHROME_PATH, Debian's, Playwright's own, Chrome or Edge. */
async function startBrowser(): Promise<Browser | undefined> {
  const paths = [process.env['CHROME_PATH'] ?? '', ...onDebian].filter((path) => existsSync(path))
  const candidates: LaunchOptions[] = [
    ...paths.map((executablePath) => ({ executablePath })),
    {},
    { channel: 'chrome' },
    { channel: 'msedge' },
  ]
  for (const candidate of candidates) {
    const browser = await chromium.launch({ ...candidate, args }).catch(() => undefined)
    if (browser) return browser
  }
  return undefined
}

/** Starts a browser, and installs one if there is none. Throws if neither works. */
export async function openBrowser(): Promise<Browser> {
  const running = await startBrowser()
  if (running) return running
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0
  const playwright = packageFile('playwright-core', 'cli.js')
  const installers = [
    ...(isRoot ? [['sh', '-c', aptGet]] : []),
    [process.execPath, playwright, 'install', 'chromium-headless-shell'],
  ]
  for (const [program = '', ...args] of installers) {
    console.log(`Installing a browser: ${args.join(' ')}`)
    await runProgram(program, args, { onLine: console.log })
    const installed = await startBrowser()
    if (installed) return installed
  }
  throw new CommandFailed(advice)
}
