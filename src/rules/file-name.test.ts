import { expect, test } from 'vitest'
import { faultsIn, specimen, specimenContext } from './fixtures/specimen.ts'

// A paper's address would change with its file's name, or a file could not be checked out on every system.

test.each([
  [
    'content/papers/Foo.mdx',
    'Unexpected file name `Foo.mdx`, expected lower-case words of `a` to `z` and digits, joined by hyphens. Rename it to `foo.mdx`.',
  ],
  [
    'content/papers/.mdx',
    'Unexpected file name `.mdx`, expected lower-case words of `a` to `z` and digits, joined by hyphens. Rename it to `steady-preferences-learning-from-ties.mdx`.',
  ],
  [
    'content/papers/con.mdx',
    'Unexpected file name `con.mdx`, which Windows or the site keeps for itself, expected another. Rename it to `con-paper.mdx`.',
  ],
  [
    'content/papers/x/y.mdx',
    'Unexpected folder `x` among the entries, expected every entry in one folder. Move the file to `papers/y.mdx`.',
  ],
  [
    'content/papers/x.md',
    'Unexpected file `x.md`, expected a name that ends in `.mdx`. Rename it to `x.mdx`.',
  ],
  [
    `content/papers/${'a'.repeat(81)}.mdx`,
    `Unexpected file name of 81 characters, expected at most 80 before \`.mdx\`. Rename it to \`${'a'.repeat(80)}.mdx\`.`,
  ],
])('%s', (path, message) => {
  expect(faultsIn(specimen, specimenContext, path)).toEqual([`1:1 file-name ${message}`])
})
