import { existsSync, globSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

/** Variables that may name the browser's program; the first that is set wins. */
const variables = [
  'CHROME_PATH',
  'CHROMIUM_PATH',
  'PUPPETEER_EXECUTABLE_PATH',
  'PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH',
]

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
]
const macPrograms = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (name) => `Applications/${name}.app/Contents/MacOS/${name}`,
)
const windowsPrograms = [
  'Google/Chrome/Application/chrome.exe',
  'Chromium/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
]
/** @see https://playwright.dev/docs/browsers#managing-browser-binaries */
const playwrightPrograms =
  'chromium*/**/{chrome,headless_shell,chrome-headless-shell,Chromium,Google Chrome for Testing}{,.exe}'

/**
 * The program of a Chromium-like browser on this machine: the one a variable names, else one that is installed for the
 * whole system, else one that Playwright has downloaded; undefined when there is none.
 */
export function findBrowser(
  environment: Record<string, string | undefined> = process.env,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  const valuesOf = (...names: string[]) => names.flatMap((name) => environment[name] || [])
  const below = (folders: string[], paths: string[]) =>
    paths.flatMap((path) => folders.map((folder) => join(folder, path)))
  const [home = homedir()] = valuesOf('HOME', 'USERPROFILE')
  const onPath = valuesOf('PATH').flatMap((path) => path.split(delimiter).filter(Boolean))
  const roots = valuesOf('PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA')
  const installed = [
    ...(platform === 'darwin' ? below(['/', home], macPrograms) : []),
    ...(platform === 'win32' ? below(roots, windowsPrograms) : below(onPath, commands)),
    ...(platform === 'linux' ? ['/opt/google/chrome/chrome'] : []),
  ]
  const caches = [
    ...valuesOf('XDG_CACHE_HOME', 'LOCALAPPDATA'),
    join(home, '.cache'),
    join(home, 'Library', 'Caches'),
  ]
  const downloaded = [
    ...valuesOf('PLAYWRIGHT_BROWSERS_PATH'),
    ...below(caches, ['ms-playwright']),
  ].flatMap((folder) =>
    globSync(playwrightPrograms, { cwd: folder })
      .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
      .map((name) => join(folder, name)),
  )
  return valuesOf(...variables)[0] ?? [...installed, ...downloaded].find((path) => existsSync(path))
}
