import { astroEnvironment, astroProgram } from './build/build-site.ts'
import { handOver } from './terminal/program.ts'

const help = `
npm run dev [-- --port 4321] [-- --host]

Serves the site while you write: pages and search follow every change in content/ and src/.

  --port N   the port to begin looking for a free one at (4321)
  --host     also answer other devices in your network
  --help     show this
`

if (import.meta.main) {
  const args = process.argv.slice(2)
  if (args.includes('--help') || args.includes('-h')) console.log(help.trim())
  else {
    // The terminal sends Ctrl-C to Astro as well, which then ends by itself.
    process.on('SIGINT', () => {})
    process.exitCode = await handOver(
      process.execPath,
      [astroProgram, 'dev', ...args],
      astroEnvironment,
    )
  }
}
