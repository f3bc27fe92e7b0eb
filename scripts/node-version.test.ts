import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

// A newcomer with an old Node would see a syntax error instead of what to do.

/** The guard's output under another version and platform, and its exit code. */
function guard(version: string, platform: string): string {
  const pretend = `
    Object.defineProperty(process, 'versions', { value: { node: '${version}' } })
    Object.defineProperty(process, 'platform', { value: '${platform}' })
    Object.defineProperty(process, 'arch', { value: 'x64' })
    await import('./scripts/node-version.mjs')`
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', pretend], {
    encoding: 'utf8',
  })
  return `${status} ${stderr.trim()}`
}

test.each(['22.18.0', '24.2.0', '25.0.0'])('%s is new enough', (version) => {
  expect(guard(version, 'darwin')).toBe('0 ')
})

test.each(['22.17.1', '23.11.0', '24.1.0'])('%s is told what to do', (version) => {
  expect(guard(version, 'darwin')).toBe(
    `1 Unexpected Node ${version}, expected 22.18 or a later 22, or 24.2 or newer. Install the current Node from https://nodejs.org (macOS: \`brew install node\`). Then run the command again.`,
  )
})

test('where the project brings Node with it, it says how to get that', () => {
  expect(guard('20.11.1', 'linux')).toBe(
    '1 Unexpected Node 20.11.1, expected 22.18 or a later 22, or 24.2 or newer. Run `npm ci` without `--omit=optional`: it brings the right Node with it. Then run the command again.',
  )
})
