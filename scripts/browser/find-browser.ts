import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

/** Variables that may name the browser's program; the first that is set wins. */
export const browserVariables = [
  'CHROME_PATH',
  'CHROMIUM_PATH',
  'PUPPETEER_EXECUTABLE_PATH',
  'PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH',
] as const

type Environment = Record<string, string | undefined>

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
]

const macApplications = ['Google Chrome', 'Chromium', 'Microsoft Edge']
const windowsPrograms = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
]
const playwrightPrograms =
  /^(?:chrome|headless_shell|chrome-headless-shell|Google Chrome for Testing|Chromium)(?:\.exe)?$/

/**
 * The program of a Chromium-like browser on this machine: the one a variable names, else one that is installed for the
 * whole system, else one that Playwright has downloaded; undefined when there is none.
 */
export function findBrowser(
  environment: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  const named = browserVariables.map((name) => environment[name]).find(Boolean)
  if (named) return named
  const places = [
    ...systemPlaces(environment, platform),
    ...playwrightPlaces(environment, platform),
  ]
  return places.find((place) => existsSync(place))
}

function systemPlaces(environment: Environment, platform: NodeJS.Platform): string[] {
  if (platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map(
      (name) => environment[name],
    )
    return windowsPrograms.flatMap((parts) =>
      roots.flatMap((root) => (root ? [join(root, ...parts)] : [])),
    )
  }
  const onPath = (environment['PATH'] ?? '')
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => commands.map((command) => join(folder, command)))
  if (platform !== 'darwin') return [...onPath, '/opt/google/chrome/chrome']
  const applications = ['/Applications', join(homeOf(environment), 'Applications')]
  return [
    ...macApplications.flatMap((name) =>
      applications.map((folder) => join(folder, `${name}.app`, 'Contents', 'MacOS', name)),
    ),
    ...onPath,
  ]
}

/** @see https://playwright.dev/docs/browsers#managing-browser-binaries */
function playwrightPlaces(environment: Environment, platform: NodeJS.Platform): string[] {
  const home = homeOf(environment)
  const usual = {
    win32: join(environment['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'ms-playwright'),
    darwin: join(home, 'Library', 'Caches', 'ms-playwright'),
  }
  const cache =
    environment['PLAYWRIGHT_BROWSERS_PATH'] ??
    (platform === 'win32' || platform === 'darwin'
      ? usual[platform]
      : join(environment['XDG_CACHE_HOME'] ?? join(home, '.cache'), 'ms-playwright'))
  if (!existsSync(cache)) return []
  return readdirSync(cache)
    .filter((name) => name.startsWith('chromium'))
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
    .flatMap((name) => programsBelow(join(cache, name)))
}

function programsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && playwrightPrograms.test(item.name))
    .map((item) => join(item.parentPath, item.name))
}

function homeOf(environment: Environment): string {
  return environment['HOME'] ?? environment['USERPROFILE'] ?? homedir()
}
