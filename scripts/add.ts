import { readList } from '../src/content/list.ts'
import { identitiesOf } from '../src/model/identity.ts'
import { unrecordedId } from '../src/rules/identity.ts'
import { type AddOptions, addPapers } from './add/add-papers.ts'
import { addReportLines } from './add/report.ts'
import { politeFetch } from './network/polite-fetch.ts'
import { CommandFailed, runCommand, today } from './terminal/command.ts'
import { runStep } from './terminal/progress.ts'

const help = `
npm run add -- PAPER … [options]
npm run add -- --record

Writes the entry of a paper: looks for duplicates, queries arXiv, doi.org or the ACL Anthology, writes the entry, and
lists what is left for you to write. Existing entries are never changed.

  PAPER           an arXiv id or address, a DOI, an ACL Anthology address, or a file of papers: .bib, .ris, .json, .jsonl, .csv, .md
  --topics a,b    the paper's topics; only with a single paper
  --tags a,b      its tags
  --kind a,b      what it contributes: kinds of content/vocabulary/kinds.yaml
  --names a,b     the names that it gives to its own method, data or model
  --claim TEXT    what the paper shows: one sentence of your own, at most 160 characters
  --evidence TEXT exact words of the abstract that support the claim
  --out FOLDER    write there instead of content/papers
  --record        for curators, on the main branch: look up every entry without a recorded identity, and record it
  --dry-run       show the result, but write nothing
  --help          show this

It uses the network: export.arxiv.org, doi.org and aclanthology.org, one request at a time, with
three seconds between requests to a host. A file with title, authors and abstract needs no network.
`

const listOf = (text: string) => text.split(',').flatMap((part) => part.trim() || [])

/** The ids of all entries without a recorded identity. */
function unrecordedIds(): string[] {
  const { entries, records = [] } = readList('content')
  const identities = identitiesOf(records)
  return entries.flatMap((file) => unrecordedId(file, identities) ?? [])
}

if (import.meta.main) {
  await runCommand({
    help,
    options: {
      topics: { type: 'string' },
      tags: { type: 'string' },
      kind: { type: 'string' },
      names: { type: 'string' },
      claim: { type: 'string' },
      evidence: { type: 'string' },
      out: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      record: { type: 'boolean', default: false },
    },
    async main({ 'dry-run': dryRun, record, out, claim, evidence, ...lists }, positionals) {
      const args = record ? unrecordedIds() : positionals
      if (record && args.length === 0) {
        console.log('The identity of every entry with an arXiv id or DOI is recorded.')
        return 0
      }
      if (args.length === 0) {
        throw new CommandFailed('The command needs a paper. Write `npm run add -- 2410.03227`.')
      }
      const listed = Object.entries(lists).map(([name, text]) => [name, listOf(text)])
      const options: AddOptions = {
        args,
        choices: {
          ...Object.fromEntries(listed),
          ...(claim && { claim }),
          ...(evidence && { evidence }),
        },
        ask: politeFetch(),
        folder: out,
        dryRun,
        today: today(),
      }
      const report = await runStep(
        'Look up the papers',
        () => addPapers(options),
        ({ added }) => `${added.length} found`,
      )
      for (const line of addReportLines(report)) console.log(line)
      return report.failures.length > 0 ? 1 : 0
    },
  })
}
