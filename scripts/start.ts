import { existsSync } from 'node:fs'
import { loadSite } from '../src/content/read.ts'
import { buildSite } from './build/build-site.ts'
import { builtSummary } from './build/built-facts.ts'
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

  --port N   the first port to try (4321)
  --help     show this
`

/** Returns a report without findings. Throws the findings as text otherwise. */
function sound<Report extends { findings: readonly unknown[] }>(
  report: Report,
  say: (report: Report) => string,
): Report {
  if (report.findings.length > 0) throw new CommandFailed(say(report))
  return report
}

if (import.meta.main) {
  await runCommand({
    help,
    options: { port: portOption.option },
    async main({ port: wanted }) {
      const port = portOption.read(wanted)
      const started = performance.now()
      // A list may have no listing.
      if (existsSync(ownListing)) {
        const work = () =>
          sound(convert(), (report) => [...reportLines(report), 'Then: npm start'].join('\n'))
        await step('Convert the listing', work, ({ written, present, left }) => {
          const lost = left.length
          const rest = lost > 0 ? `, ${lost} left out: \`npm run convert\` names them` : ''
          const news =
            written.length > 0 ? `${written.length} new entries` : `up to date, ${present} records`
          return news + rest
        })
      }
      await step(
        'Check the content',
        () => sound(checkContent(), reportText),
        ({ entries }) => `${entries.length} entries, no findings`,
      )
      await step('Build the site', (tell) => buildSite('.', { onLine: tell }), builtSummary)
      const { title, base } = loadSite()
      const served = await serveSite('dist', base, port)
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      console.log(
        `\n${title}, ready after ${seconds} s at\n\n  ${served.url}\n\nPress Ctrl-C to stop.`,
      )
      return untilStopped()
    },
  })
}
