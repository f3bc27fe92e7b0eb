import { existsSync } from 'node:fs'
import { loadSite } from '../src/content/read.ts'
import { portOption, serveSite } from './preview/serve.ts'
import { CommandFailed, runCommand, untilStopped } from './terminal/command.ts'

const help = `
npm run preview [-- --port 4321]

Serves the site in dist/ like a static host, until Ctrl-C.

  --port N   the first port to try (4321)
  --help     show this
`

if (import.meta.main) {
  await runCommand({
    help,
    options: { port: portOption.option },
    async main({ port }) {
      if (!existsSync('dist/index.html')) {
        throw new CommandFailed('Unexpected empty dist/, expected a built site. Run: npm run build')
      }
      const served = await serveSite('dist', loadSite().base, portOption.read(port))
      console.log(`${served.url}\nPress Ctrl-C to stop.`)
      return untilStopped()
    },
  })
}
