import { expect, test } from 'vitest'
import { gitHubRepository } from './repository.ts'

// A contributor would be led to a page that does not exist, or to one of somebody else.

const repository = { address: 'https://github.com/owner/name', branch: 'main' }

test.each([
  ['https://github.com/owner/name.git', repository],
  ['https://github.com/owner/name/', repository],
  ['https://github.com.example.org/owner/name', undefined],
  [undefined, undefined],
])('whether %s is a repository on GitHub', (address, found) => {
  expect(gitHubRepository({ repository: address, branch: 'main' })).toEqual(found)
})
