import { day } from '../src/model/partial-date.ts'
import { shellQuote } from '../src/model/terminal-text.ts'
import { convert, defaultFolder, defaultListing } from './convert/convert.ts'
import { convertReportLines } from './convert/report.ts'
import { CommandFailed, runCommand } from './terminal/command.ts'

const help = `
npm run convert [-- FILE] [--out FOLDER] [--bibliography FILE] [--added DAY]

Writes an entry for every record in a listing that has none yet. Existing entries are never changed.

  FILE                 the listing (${defaultListing}), or papers in BibTeX (.bib), RIS (.ris), JSON
                       (.json, .jsonl), a table (.csv, .tsv) or a Markdown link list (.md)
  --out FOLDER         the folder for the entries (${defaultFolder})
  --bibliography FILE  a JSON file with facts of the papers (bibliography.json beside the listing)
  --added DAY          the day for \`added\`, such as 2025-03-13
                       (the date in the .json file beside the listing, or today)
  --help               show this

scripts/convert/README.md says what convert changes in an abstract, and what it does not.
`

if (import.meta.main) {
  await runCommand({
    help,
    options: {
      out: { type: 'string' },
      bibliography: { type: 'string' },
      added: { type: 'string' },
    },
    async main({ out, bibliography, added }, [listing, ...more]) {
      if (more.length > 0)
        throw new CommandFailed(
          'Unexpected second file, expected one listing at a time. Add --help to see what this command takes.',
        )
      if (added !== undefined && !day.safeParse(added).success) {
        throw new CommandFailed(
          `Unexpected --added ${added}, expected a day. Write it as 2025-03-13.`,
        )
      }
      const report = convert({ listing, folder: out, bibliography, added })
      const failed = report.findings.length > 0
      const say = failed ? console.error : console.log
      for (const line of convertReportLines(report)) say(line)
      const args = process.argv.slice(2).map(shellQuote)
      const again = args.length > 0 ? `npm run convert -- ${args.join(' ')}` : 'npm run convert'
      say(failed ? `Then: ${again}` : 'Next: npm run check')
      return failed ? 1 : 0
    },
  })
}
