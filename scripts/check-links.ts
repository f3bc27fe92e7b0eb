import { appendFileSync } from 'node:fs'
import { readList } from './check/read-files.ts'
import { linkAsker } from './check-links/ask-link.ts'
import { askLinks } from './check-links/check-links.ts'
import { linksOf } from './check-links/links-of.ts'
import { loadRecord, needsCurator, updated, writeRecord } from './check-links/record.ts'
import { linksSummary, linksText } from './check-links/report.ts'
import { CommandFailed, runCommand } from './terminal/command.ts'
import { step } from './terminal/progress.ts'
import { userAgent } from './terminal/user-agent.ts'

const help = `
npm run check-links [-- WORDS …] [options]

Asks every link of the list whether it still answers, and records it. Hosts are asked side by side, each with one request at
a time and a pause of three seconds (arXiv: fifteen), so that the whole list takes about half an hour.

  WORDS          only links that have one of these in their address or file
  --record FILE  where the answers are kept; content/listing/links.json unless it is said
  --weeks N      for how many weeks a link may be silent before it counts; 4 unless it is said
  --dry-run      record nothing
  --help         show this

A link is gone when its host says so (404, 410), and has moved when its host says that this is for good (301, 308). A host
that keeps programs out (401, 403, …) says nothing about a link. One that gives no answer may only be down: that counts after
some weeks.

Exit code 0: no link needs anybody. 1: some do. 2: the command was not understood.
`

if (import.meta.main) {
  await runCommand({
    help,
    options: {
      record: { type: 'string', default: 'content/listing/links.json' },
      weeks: { type: 'string', default: '4' },
      'dry-run': { type: 'boolean', default: false },
    },
    async main({ record: path, weeks: given, 'dry-run': dryRun }, words) {
      const weeks = Number(given)
      if (!/^\d+$/.test(given)) {
        console.error(`Unexpected \`--weeks ${given}\`, expected a number. Write \`--weeks 4\`.`)
        return 2
      }
      const list = readList('content')
      const found = linksOf([...list.entries, ...list.pages])
      const chosen = found.filter(
        (link) =>
          words.length === 0 ||
          words.some((word) => link.address.includes(word) || link.path.includes(word)),
      )
      if (chosen.length === 0) {
        throw new CommandFailed(
          'Unexpected words that no link and no file has, expected a part of one. Write `github.com`, for instance.',
        )
      }
      const addresses = new Set(chosen.map(({ address }) => address))
      const before = loadRecord(path)
      const ask = linkAsker({ userAgent: userAgent() })
      const answers = await step(
        `Ask ${addresses.size} links`,
        (tell) => askLinks(addresses, ask, tell),
        () => '',
      )
      const known = new Set(found.map(({ address }) => address))
      const today = new Date().toISOString().slice(0, 10)
      const record = updated(before, answers, { today, known })
      if (!dryRun) writeRecord(path, record)
      const { GITHUB_STEP_SUMMARY } = process.env
      if (GITHUB_STEP_SUMMARY) {
        appendFileSync(GITHUB_STEP_SUMMARY, linksSummary(record, found, weeks))
      }
      console.log(linksText(record, found, weeks))
      return Object.values(record).some((link) => needsCurator(link, weeks)) ? 1 : 0
    },
  })
}
