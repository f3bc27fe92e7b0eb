import { pathToFileURL } from 'node:url'
import { astroEnvironment, astroProgram } from './build/build-site.ts'

const help = `
npm run dev [-- --port 4321] [-- --host]

Serves the site while you write. Pages and search follow every change in content/, and pages those in src/; start it again
after a change in the code that loads the list and makes its references.

  --port N   the first port to try (4321)
  --host     also serve other devices on your network
  --help     show this
`

if (import.meta.main) {
  const args = process.argv.slice(2)
  if (args.includes('--help') || args.includes('-h')) console.log(help.trim())
  else {
    Object.assign(process.env, astroEnvironment)
    process.argv = [process.execPath, astroProgram, 'dev', ...args]
    await import(pathToFileURL(astroProgram).href)
  }
}
