import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

// A newcomer with an old Node would see a syntax error instead of what to do.

const install = 'Install the current Node from https://nodejs.org (macOS: `brew install node`).'
const carried = 'Run `npm ci` without `--omit=optional`: it brings the right Node with it.'

test.each([
  ['22.18.0', 'darwin', undefined],
  ['24.2.0', 'darwin', undefined],
  ['22.17.1', 'darwin', install],
  ['24.1.0', 'darwin', install],
  ['20.11.1', 'linux', carried],
])('%s on %s', (version, platform, way) => {
  const pretend = `
    Object.defineProperty(process, 'versions', { value: { node: '${version}' } })
    Object.defineProperty(process, 'platform', { value: '${platform}' })
    Object.defineProperty(process, 'arch', { value: 'x64' })
    await import('./scripts/node-version.mjs')`
  const args = ['--input-type=module', '-e', pretend]
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  const message = `Unexpected Node ${version}, expected 22.18 or a later 22, or 24.2 or newer. ${way} Then run the command again.\n`
  expect([status, stderr]).toEqual(way ? [1, message] : [0, ''])
})
