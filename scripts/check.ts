import { existsSync } from 'node:fs'
import { annotation, writeJobSummary } from './check/annotations.ts'
import { checkContent } from './check/check-content.ts'
import { fixedSource } from './check/fix.ts'
import { reportText } from './check/report.ts'
import { replaceFile } from './check/whole-file.ts'
import { runCommand } from './terminal/command.ts'

const help = `
npm run check [-- files or folders] [--fix] [--json]

Checks the whole list, or only the files and folders that are named. It only reads: nothing in a file is ever run.
Every finding is printed with its file, line, column and rule; CONTRIBUTING.md has a section for each rule.

  files     entries, topic pages or vocabulary files; for a folder, every entry in it. A folder with topics/ and
            vocabulary/ is checked as a list of its own.
  --fix     fix the form of entries (order, quotes, spacing, addresses); words are never changed
  --json    print the findings as JSON: [{path, line, column, rule, message, other?}]
  --help    show this

Exit code 0: no findings. 1: findings. 2: wrong usage.
`

if (import.meta.main) {
  await runCommand({
    help,
    options: { fix: { type: 'boolean' }, json: { type: 'boolean' } },
    async main({ fix, json }, targets) {
      const missing = targets.find((target) => !existsSync(target))
      if (missing !== undefined) {
        console.error(
          `Unexpected \`${missing}\`, expected a file or folder that exists. Write its path from here.`,
        )
        return 2
      }
      let report = checkContent({ targets })
      if (fix) {
        for (const file of report.entries) {
          const fixed = fixedSource(file)
          if (fixed === undefined) continue
          replaceFile(file.path, fixed)
          console.error(`Fixed the form of ${file.path}`)
        }
        report = checkContent({ targets })
      }
      const { findings, unrecorded } = report
      const { CI, GITHUB_ACTIONS } = process.env
      if (CI || GITHUB_ACTIONS) {
        // With --json, nothing else is printed.
        const print = json ? console.error : console.log
        for (const finding of findings) print(annotation(finding))
        for (const { path, id } of unrecorded) {
          const message = `${id} is not recorded yet. A curator compares the entry with the paper, and records it on the main branch: npm run add -- --record`
          print(annotation({ path, line: 1, column: 1, rule: 'identity', message }, 'notice'))
        }
        writeJobSummary('Check', reportText(report))
      }
      console.log(json ? JSON.stringify(findings, undefined, 2) : reportText(report))
      return findings.length > 0 ? 1 : 0
    },
  })
}
