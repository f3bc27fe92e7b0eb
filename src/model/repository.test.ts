import { expect, test } from 'vitest'
import { editAddress, gitHubRepository, newFileAddress, newIssueAddress } from './repository.ts'

// A contributor would be led to a page that does not exist, or would find their words cut or changed there.

const repository = { address: 'https://github.com/owner/name', branch: 'main' }

test.each([
  ['https://github.com/owner/name.git', repository],
  ['https://github.com/owner/name/', repository],
  ['https://github.com.example.org/owner/name', undefined],
  [undefined, undefined],
])('whether %s is a repository on GitHub', (address, found) => {
  expect(gitHubRepository({ repository: address, branch: 'main' })).toEqual(found)
})

test('every sign of a new file arrives as it was written', () => {
  const text = '---\ntitle: "A & B: 50% + #1 ²"\n---\n\nA line?\n'
  const address = newFileAddress(repository, {
    path: 'content/papers/a-b.mdx',
    text,
    message: 'Add A & B',
    description: 'x=y',
  })
  const { origin, pathname, searchParams } = new URL(address)
  expect(origin + pathname).toBe('https://github.com/owner/name/new/main')
  expect([...searchParams]).toEqual([
    ['filename', 'content/papers/a-b.mdx'],
    ['value', text],
    ['message', 'Add A & B'],
    ['description', 'x=y'],
  ])
})

test('a file and an issue have their own pages', () => {
  expect(editAddress({ ...repository, branch: 'next/one' }, 'content/papers/a.mdx')).toBe(
    'https://github.com/owner/name/edit/next/one/content/papers/a.mdx',
  )
  expect(
    newIssueAddress(repository, {
      template: 'correct.yml',
      title: 'Correct: A & B',
      fields: { entry: 'https://list.example/papers/a/' },
    }),
  ).toBe(
    'https://github.com/owner/name/issues/new?template=correct.yml&title=Correct%3A%20A%20%26%20B&entry=https%3A%2F%2Flist.example%2Fpapers%2Fa%2F',
  )
})
