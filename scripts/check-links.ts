import { existsSync, readFileSync } from 'node:fs'
import { readList } from '../src/content/list.ts'
import { findingLine } from '../src/model/finding.ts'
import { writeJobSummary } from './check/annotations.ts'
import { replaceFile } from './check/atomic-write.ts'
import {
  checkLink,
  type LinkResult,
  linkFindings,
  linkRecord,
  linksOf,
  summaryOf,
  updateRecord,
} from './check-links/links.ts'
import { offlineCodes, politeFetch } from './network/polite-fetch.ts'
import { CommandFailed, runCommand, today } from './terminal/command.ts'
import { runStep } from './terminal/progress.ts'

const help = `
npm run check-links [-- WORDS …]

Requests every link of the list, and records the results. Requests to different hosts run in parallel. Each host gets one
request at a time, with pauses of three seconds (arXiv: fifteen), so the whole list takes about half an hour.

  WORDS     only links whose address or file contains one of these
  --help    show this

The results are in content/listing/links.json.

A link is gone if its host answers 404 or 410, and has moved if it answers 301 or 308. A host
that rejects programs (401, 403, …) says nothing about a link, so this is not reported. A link without an answer is
reported after four weeks.

Exit code 0: every link is fine. 1: some need attention. 2: wrong usage.
`

const recordFile = 'content/listing/links.json'

/** The pause between two requests, in milliseconds, for hosts that need more than three seconds. */
const pauses: Readonly<Record<string, number>> = { 'arxiv.org': 15_000 }

/** Requests every address. Throws if no host can be reached. */
async function checkAll(addresses: ReadonlySet<string>): Promise<Map<string, LinkResult>> {
  const results = new Map<string, LinkResult>()
  const ask = politeFetch({ pauseOf: (host) => pauses[host] ?? 3000, attempts: 3 })
  await runStep(`Request ${addresses.size} links`, (tell) =>
    Promise.all(
      [...addresses].map(async (address) => {
        results.set(address, await checkLink(address, ask))
        tell(`${results.size} of ${addresses.size}`)
      }),
    ),
  )
  const codes = [...results.values()].map(({ why = '' }) => why)
  if (codes.every((code) => offlineCodes.has(code))) {
    throw new CommandFailed(
      `No host can be reached (\`${codes[0]}\`). Connect this machine to the internet, and run the command again.`,
    )
  }
  return results
}

if (import.meta.main) {
  await runCommand({
    help,
    options: {},
    async main(_, words) {
      const list = readList('content')
      const found = linksOf([...list.entries, ...list.pages])
      const chosen = found.filter(
        ({ address, path }) =>
          words.length === 0 || words.some((word) => `${address} ${path}`.includes(word)),
      )
      if (chosen.length === 0) {
        throw new CommandFailed(
          'Unexpected words, expected a part of the address or file of a link. Write, for instance, `github.com`.',
        )
      }
      const before = existsSync(recordFile) ? JSON.parse(readFileSync(recordFile, 'utf8')) : {}
      const record = updateRecord(
        linkRecord.parse(before),
        await checkAll(new Set(chosen.map(({ address }) => address))),
        { today: today(), known: new Set(found.map(({ address }) => address)) },
      )
      replaceFile(recordFile, `${JSON.stringify(record, undefined, 1)}\n`)
      const findings = linkFindings(record, found)
      const report = [...findings.map(findingLine), summaryOf(record)].join('\n')
      writeJobSummary('Links', report)
      console.log(report)
      return findings.length > 0 ? 1 : 0
    },
  })
}
