import { existsSync } from 'node:fs'
import { loadSite } from '../src/content/read.ts'
import { portOf, serveSite } from './preview/serve.ts'
import { CommandFailed, runCommand, waitUntilStopped } from './terminal/command.ts'

const help = `
npm run preview [-- --port 4321]

Serves the site in dist/ like a static host, until Ctrl-C.

  --port N   the port (4321); if it is taken, any free one
  --help     show this
`

if (import.meta.main) {
  await runCommand({
    help,
    options: { port: { type: 'string', default: '4321' } },
    async main({ port: wanted }) {
      const port = portOf(wanted)
      if (!existsSync('dist/index.html')) {
        throw new CommandFailed(
          'Unexpected `dist` without a site, expected a built one. Run `npm run build`.',
        )
      }
      const { url } = await serveSite('dist', loadSite().base, port)
      console.log(`${url}\nPress Ctrl-C to stop.`)
      return waitUntilStopped()
    },
  })
}
