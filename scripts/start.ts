import { existsSync } from 'node:fs'
import { loadSite } from '../src/content/read.ts'
import { buildSite } from './build/build-site.ts'
import { builtWords } from './build/built-facts.ts'
import { checkContent } from './check/check-content.ts'
import { reportText } from './check/report.ts'
import { convert, ownListing } from './convert/convert.ts'
import { reportLines } from './convert/report.ts'
import { portOption, serveSite } from './preview/serve.ts'
import { CommandFailed, runCommand, untilStopped } from './terminal/command.ts'
import { step } from './terminal/progress.ts'

const help = `
npm start [-- --port 4321]

From the listing to a running site: converts what is new in the listing, checks the content, builds the site and its
search index, and serves it on this machine until Ctrl-C.

  --port N   the port to begin looking for a free one at (4321)
  --help     show this
`

/** Makes the entries that the listing lacks. Throws with what is wrong when it cannot be converted. */
function convertListing() {
  const report = convert()
  if (report.findings.length === 0) return report
  throw new CommandFailed([...reportLines(report), 'Then: npm start'].join('\n'))
}

/** Checks the whole list. Throws with every finding when there is one. */
function check() {
  const report = checkContent()
  if (report.findings.length === 0) return report
  throw new CommandFailed(reportText(report))
}

if (import.meta.main) {
  await runCommand({
    help,
    options: { port: portOption.option },
    async main({ port: wanted }) {
      const port = portOption.read(wanted)
      const started = performance.now()
      // A list that was not begun with a listing has none.
      if (existsSync(ownListing)) {
        await step('Convert the listing', convertListing, ({ written, present }) =>
          written.length > 0 ? `${written.length} new entries` : `up to date, ${present} records`,
        )
      }
      await step(
        'Check the content',
        check,
        ({ entries }) => `${entries.length} entries, no findings`,
      )
      await step('Build the site', (tell) => buildSite('.', { onLine: tell }), builtWords)
      const { title, base } = loadSite()
      const served = await serveSite('dist', base, port)
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      console.log(`\n${title}, ready after ${seconds} s at\n\n  ${served.url}\n\nCtrl-C ends it.`)
      await untilStopped()
      await served.close()
      return 0
    },
  })
}
