import { existsSync } from 'node:fs'
import { loadSite } from '../src/content/read.ts'
import { buildSite } from './build/build-site.ts'
import { sizeSummary } from './build/built-site.ts'
import { checkContent } from './check/check-content.ts'
import { reportText } from './check/report.ts'
import { convert, defaultListing } from './convert/convert.ts'
import { convertReportLines } from './convert/report.ts'
import { portOf, serveSite } from './preview/serve.ts'
import { CommandFailed, runCommand, waitUntilStopped } from './terminal/command.ts'
import { runStep } from './terminal/progress.ts'

const help = `
npm start [-- --port 4321]

Goes from the listing to a running site: converts new records, checks the content, builds the site and its search index, and
serves it on this machine until Ctrl-C.

  --port N   the port (4321); if it is taken, any free one
  --help     show this
`

function convertListing(): string {
  const report = convert()
  if (report.findings.length > 0)
    throw new CommandFailed([...convertReportLines(report), 'Then: npm start'].join('\n'))
  const { written, present, skipped } = report
  const lost = skipped.length
  const rest = lost > 0 ? `, ${lost} skipped (\`npm run convert\` lists them)` : ''
  const isNew = written.length > 0
  return (isNew ? `${written.length} new entries` : `up to date, ${present} records`) + rest
}

function checkList(): string {
  const report = checkContent()
  if (report.findings.length > 0) throw new CommandFailed(reportText(report))
  return `${report.entries.length} entries, no findings`
}

if (import.meta.main) {
  await runCommand({
    help,
    options: { port: { type: 'string', default: '4321' } },
    async main({ port: wanted }) {
      const port = portOf(wanted)
      const started = performance.now()
      // A list may have no listing.
      if (existsSync(defaultListing)) await runStep('Convert the listing', convertListing, String)
      await runStep('Check the content', checkList, String)
      await runStep('Build the site', (tell) => buildSite('.', { onLine: tell }), sizeSummary)
      const { title, base } = loadSite()
      const { url } = await serveSite('dist', base, port)
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      console.log(`\n${title}, ready after ${seconds} s:\n\n  ${url}\n\nPress Ctrl-C to stop.`)
      return waitUntilStopped()
    },
  })
}
