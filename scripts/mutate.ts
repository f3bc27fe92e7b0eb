import { surroundingsOf } from '../src/rules/surroundings.ts'
import { readList, readRecords } from './check/read-files.ts'
import { findingsInList } from './mutate/findings-in.ts'
import { harvestText } from './mutate/report.ts'
import { mutate, rulesWithoutPlants } from './mutate/run.ts'
import { runCommand } from './terminal/command.ts'
import { step } from './terminal/progress.ts'

const help = `
npm run mutate [-- --verbose] [-- --every N]

Tests the rules: plants single faults in copies of the list's entries, one at a time and in memory, and counts how many are
found at the right line by the right rule. Prints a table; what was missed, and what was said without need, is told below it.

  --every N   plant only one of N, in turn; faster
  --verbose   show every miss and false alarm, not the first of each kind
  --help      show this

Exit code 0: all were found, and nothing else was said. 1: otherwise. 2: the command was not understood.
`

if (import.meta.main) {
  await runCommand({
    help,
    options: {
      every: { type: 'string', default: '1' },
      verbose: { type: 'boolean', default: false },
    },
    async main({ every, verbose }) {
      const number = Number(every)
      if (!Number.isInteger(number) || number < 1) {
        console.error(
          `Unexpected \`--every ${every}\`, expected a number from 1. Write \`--every 8\`.`,
        )
        return 2
      }
      const list = readList('content')
      const records = readRecords('content')
      const today = new Date().toISOString().slice(0, 10)
      const ground = { list, records, around: surroundingsOf(list, records, today) }
      const untouched = findingsInList(ground)
      const missing = rulesWithoutPlants()
      const harvest = await step(
        'Plant faults and ask the rules',
        (tell) => mutate(ground, { every: number, tell }),
        () => '',
      )
      console.log(
        harvestText(harvest, { untouched, entries: list.entries.length, missing, verbose }),
      )
      return untouched.length + missing.length + harvest.mishaps.length > 0 ? 1 : 0
    },
  })
}
