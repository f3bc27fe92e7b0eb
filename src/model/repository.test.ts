import { expect, test } from 'vitest'
import { gitHubRepository } from './repository.ts'

// A contributor would be sent to a page that does not exist, or to somebody else's.

const repository = { address: 'https://github.com/owner/name', branch: 'main' }

test.each([
  ['https://github.com/owner/name.git', repository],
  ['https://github.com/owner/name/', repository],
  ['https://github.com.example.org/owner/name', undefined],
  [undefined, undefined],
])('the repository on GitHub at %s', (address, found) => {
  expect(gitHubRepository({ repository: address, branch: 'main' })).toEqual(found)
})
