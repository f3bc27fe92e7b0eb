import { expect, test } from 'vitest'
import { parseDataFile } from '../text/data-file.ts'
import { checkList } from './engine/all.ts'
import { specimenContext } from './fixtures/specimen.ts'

// Two tags would claim one word, or the site would stop building over a file that nobody named.

function faults(name: string, source: string): string[] {
  const data = [parseDataFile(`content/${name}`, source)]
  return checkList({ entries: [], pages: [], data }, specimenContext).map(
    ({ line, column, rule, message }) => `${line}:${column} ${rule} ${message}`,
  )
}

test.each([
  [
    'vocabulary/tags.yaml',
    'a:\n  name: A\n  meaning: One.\n  aliases: [x, y]\nb:\n  name: B\n  meaning: Two.\n  aliases: [z, X]\n',
    '8:16 vocabulary Unexpected `X`, which stands for `a` already, expected each word under one name. Take it out of one of them.',
  ],
  [
    'vocabulary/tags.yaml',
    'a-b:\n  name: A\n  meaning: One.\nb:\n  name: B\n  meaning: Two.\n  aliases: [A b]\n',
    '7:13 vocabulary Unexpected `A b`, which stands for `a-b` already, expected each word under one name. Take it out of one of them.',
  ],
  [
    'vocabulary/tags.yaml',
    'Red Teaming:\n  name: A\n  meaning: One.\n',
    '1:1 vocabulary Unexpected tag `Red Teaming`, expected lower-case words joined by hyphens. Write `red-teaming`.',
  ],
  [
    'vocabulary/venues.yaml',
    'ACL: {name: A, kind: conferense}\n',
    '1:22 vocabulary Unexpected kind `conferense`, expected `conference`, `journal` or `workshop`. Did you mean `conference`?',
  ],
  [
    'vocabulary/acronyms.yaml',
    'RLHF: reinforcement learning from human feedback\n',
    '1:7 vocabulary Unexpected text in `RLHF`, expected a list. Write `RLHF: [reinforcement learning from human feedback]`.',
  ],
  [
    'vocabulary/acronyms.yaml',
    'A: [b]\nA: [c]\n',
    '2:1 vocabulary Unexpected YAML (Map keys must be unique), expected `key: value`. Write the value in double quotes, and each key once.',
  ],
  [
    'site.yaml',
    'title: A\nshortTitle: A\ndescription: A\nsubject: a\nurl: https://a.org\nbas: /\n',
    '6:1 vocabulary Unexpected key `bas`, expected `title`, `shortTitle`, `description`, `subject`, `language`, `url`, `base`, `idAuthority`, `repository`, `branch`, `license`, `curators`, `limits` or `newsletter`. Did you mean `base`?',
  ],
])('%s: %j', (name, source, expected) => {
  expect(faults(name, source)).toEqual([expected])
})

test('words under one tag each are right', () => {
  const source = 'a:\n  name: A\n  meaning: One.\n  aliases: [x, y]\n'
  expect(faults('vocabulary/tags.yaml', source)).toEqual([])
})
