import { type Browser, chromium } from 'playwright-core'

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
