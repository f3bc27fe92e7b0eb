import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findBrowser } from './find-browser.ts'

// A maintainer with a browser on their machine would be told that there is none.

let home = ''
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'home-'))
})
afterEach(() => rmSync(home, { recursive: true }))

function put(...parts: string[]): string {
  const file = join(home, ...parts)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, '')
  return file
}

test('the program that a variable names wins', () => {
  put('bin', 'chromium')
  const environment = { HOME: home, PATH: join(home, 'bin'), CHROMIUM_PATH: '/my/browser' }
  expect(findBrowser(environment, 'linux')).toBe('/my/browser')
})

test.each(['chromium', 'google-chrome', 'microsoft-edge'])('%s is found on the path', (name) => {
  const file = put('bin', name)
  expect(findBrowser({ HOME: home, PATH: `/none:${join(home, 'bin')}` }, 'linux')).toBe(file)
})

test('an application of macOS is found', () => {
  const file = put('Applications', 'Chromium.app', 'Contents', 'MacOS', 'Chromium')
  expect(findBrowser({ HOME: home, PATH: '' }, 'darwin')).toBe(file)
})

test('a program of Windows is found', () => {
  const file = put('Microsoft', 'Edge', 'Application', 'msedge.exe')
  expect(findBrowser({ HOME: home, 'PROGRAMFILES(X86)': home }, 'win32')).toBe(file)
})

test('the newest of those that Playwright downloaded is found', () => {
  const cache = ['.cache', 'ms-playwright']
  put(...cache, 'ffmpeg-1011', 'chrome')
  put(...cache, 'chromium_headless_shell-999', 'chrome-linux', 'headless_shell')
  const file = put(
    ...cache,
    'chromium_headless_shell-1208',
    'chrome-linux64',
    'chrome-headless-shell',
  )
  expect(findBrowser({ HOME: home, PATH: '' }, 'linux')).toBe(file)
})

test('a machine without a browser has none', () => {
  expect(findBrowser({ HOME: home, PATH: home }, 'linux')).toBeUndefined()
})
