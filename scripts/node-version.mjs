// Plain JavaScript on purpose: a Node too old for TypeScript must still run this and print the message.
const [major, minor] = process.versions.node.split('.').map(Number)
const isSupported = major > 24 || (major === 24 && minor >= 2) || (major === 22 && minor >= 18)

if (!isSupported) {
  const carried = { linux: ['x64', 'arm64'], win32: ['x64'] }[process.platform] || []
  const way =
    carried.indexOf(process.arch) >= 0
      ? 'Run `npm ci` without `--omit=optional`: it brings the right Node with it.'
      : 'Install the current Node from https://nodejs.org (macOS: `brew install node`).'
  console.error(
    'Unexpected Node ' +
      process.versions.node +
      ', expected 22.18 or a later 22, or 24.2 or newer. ' +
      way +
      ' Then run the command again.',
  )
  process.exit(1)
}
