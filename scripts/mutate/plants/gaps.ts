import { expectedFacts } from '../../../src/model/entry.ts'
import { withoutFact } from '../edits.ts'
import type { Plant } from '../plant.ts'

const inFile = (what: string, write: (id: string) => string): Plant => ({
  what,
  plant: ({ file }) => ({ path: 'content/gaps.yaml', source: write(file.id), line: 2 }),
})

/** Facts that are missing, and gaps that are none. */
export const gaps: readonly Plant[] = [
  ...expectedFacts.map(
    (name): Plant => ({
      what: `no \`${name}\``,
      plant({ file }) {
        const edit = withoutFact(file, name)
        return edit && { ...edit, line: 1 }
      },
    }),
  ),
  inFile('a gap that is none any more', (id) => `# Known gaps.\n${id}: [claim]\n`),
  inFile('a gap of no entry', (id) => `# Known gaps.\n${id}-x: [claim]\n`),
  inFile('a misspelt gap', (id) => `# Known gaps.\n${id}: [clam]\n`),
]
