import { type Browser, chromium } from 'playwright-core'

// Quiet: what Chromium asks of its maker in the background would be counted as requests of the page.
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
]

/** Starts a browser without a window. In a container there is no user to shut Chromium's sandbox around. */
export function openBrowser(program: string): Promise<Browser> {
  return chromium.launch({
    executablePath: program,
    headless: true,
    args: ['--no-sandbox', ...quiet],
  })
}
