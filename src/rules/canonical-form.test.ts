import { expect, test } from 'vitest'
import { faultsIn, planted, specimen } from './fixtures/specimen.ts'

// A pull request would change lines that nobody touched, since every editor writes YAML another way.

test.each([
  [
    'facts in another order',
    'published: 2024-10-04\npaper: https://arxiv.org/abs/2410.01234',
    'paper: https://arxiv.org/abs/2410.01234\npublished: 2024-10-04',
    '4:2 canonical-form Unexpected `paper: https://arxiv.org/abs/2410.01234`, expected `published: 2024-10-04`. Run `npm run check -- --fix content/papers/steady-preferences.mdx`.',
  ],
  [
    'space at a line’s end',
    'is public.\n',
    'is public.  \n',
    '20:354 canonical-form Unexpected `…s://github.com/example/ties) is public.  `, expected `…s://github.com/example/ties) is public.`. Run `npm run check -- --fix content/papers/steady-preferences.mdx`.',
  ],
  [
    'stars for emphasis',
    'We show',
    'We *really* show',
    '20:95 canonical-form Unexpected `…nd such judgements are thrown away. We *really* show that ties between answers c…`, expected `…nd such judgements are thrown away. We _really_ show that ties between answers c…`. Run `npm run check -- --fix content/papers/steady-preferences.mdx`.',
  ],
  [
    'no line feed at the end',
    'small.\n',
    'small.',
    '24:20 canonical-form Unexpected end of the file, expected a line feed. Run `npm run check -- --fix content/papers/steady-preferences.mdx`.',
  ],
  [
    'a byte order mark',
    '---\ntitle',
    '\ufeff---\ntitle',
    '1:1 canonical-form Unexpected byte order mark (U+FEFF) at the start of the file, expected none. Run `npm run check -- --fix content/papers/steady-preferences.mdx`.',
  ],
  [
    'a comment',
    'venue: ACL 2025',
    'venue: ACL 2025 # the main track',
    '6:17 canonical-form Unexpected comment `# the main track`, which YAML leaves out, expected facts only. Write the value in quotes where `#` belongs to it, or move the comment below `## Notes`.',
  ],
  [
    'carriage returns',
    specimen,
    specimen.replaceAll('\n', '\r\n'),
    '1:1 canonical-form Unexpected carriage returns at the ends of lines, expected none. Run `npm run check -- --fix content/papers/steady-preferences.mdx`.',
  ],
])('%s', (_what, from, to, fault) => {
  expect(faultsIn(planted(from, to))).toEqual([fault])
})
