import { expect, test } from 'vitest'
import { faultsIn, planted } from './fixtures/specimen.ts'

// A contributor who misspells a key or writes a date as at home would not be told which key and which date to write.

test.each([
  [
    'a key with a letter missing',
    'venue: ACL',
    'venu: ACL',
    '6:1 facts Unexpected key `venu`, expected one of the facts that CONTRIBUTING lists. Did you mean `venue`?',
  ],
  [
    'a key by another name',
    'venue: ACL 2025',
    'year: 2025',
    '6:1 facts Unexpected key `year`, expected one of the facts that CONTRIBUTING lists. Did you mean `published`?',
  ],
  [
    'the abstract among the facts',
    'venue: ACL 2025',
    'abstract: foo',
    '6:1 facts Unexpected key `abstract`, expected one of the facts that CONTRIBUTING lists. Move it below the closing `---`.',
  ],
  [
    'an unknown key',
    'venue: ACL 2025',
    'whatever: foo',
    '6:1 facts Unexpected key `whatever`, expected one of the facts that CONTRIBUTING lists. Take it out, or move it below `## Notes`.',
  ],
  [
    'no title',
    'title: "Steady Preferences: Learning from Ties"\n',
    '',
    '1:1 facts Unexpected end of the facts, expected `title` among them. Write `title: "The Title: As Its Authors Write It"` with what is true here.',
  ],
  [
    'a month where a day is asked',
    'added: 2025-03-13',
    'added: 2025-03',
    '17:8 facts Unexpected `2025-03` in `added`, expected a day (`2025-03-13`). Write the day too, as `added: 2025-03-13`.',
  ],
  [
    'a day with dots',
    'added: 2025-03-13',
    'added: 13.3.2025',
    '17:8 facts Unexpected `13.3.2025` in `added`, expected a day (`2025-03-13`). Write `added: 2025-03-13`.',
  ],
  [
    'an American day',
    '2024-10-04',
    '10/31/2024',
    '4:12 facts Unexpected `10/31/2024` in `published`, expected a day (`2024-10-04`), a month (`2024-10`) or a year (`2024`). Write `published: 2024-10-31`.',
  ],
  [
    'a day that nobody can tell',
    '2024-10-04',
    '04/10/2024',
    '4:12 facts Unexpected `04/10/2024` in `published`, expected a day (`2024-10-04`), a month (`2024-10`) or a year (`2024`). Write the year first, as `published: 2024-10-04`.',
  ],
  [
    'a day that does not exist',
    '2024-10-04',
    '2024-02-30',
    '4:12 facts Unexpected `2024-02-30` in `published`, expected a day (`2024-10-04`), a month (`2024-10`) or a year (`2024`). Write one that the calendar has, as `published: 2024-10-04`.',
  ],
  [
    'a list for text',
    'venue: ACL 2025',
    'venue: [ACL 2025]',
    '6:8 facts Unexpected list in `venue`, expected text. Write `venue: ACL 2025`.',
  ],
  [
    'nothing',
    'venue: ACL 2025',
    'venue:',
    '6:7 facts Unexpected empty `venue`, expected a value. Write it, in quotes where it begins with `#`, or take the line out.',
  ],
  [
    'a map for text',
    'venue: ACL 2025',
    'venue: {a: b}',
    '6:8 facts Unexpected key `a` in `venue`, expected text. Write `venue: "a: b"`.',
  ],
  [
    'text for a map',
    'links:\n  code: https://github.com/example/ties',
    'links: https://github.com/example/ties',
    '13:8 facts Unexpected text in `links`, expected keys with values. Write `links: {code: https://github.com/owner/name}`.',
  ],
  [
    'an empty list',
    'kind: [method]',
    'kind: []',
    '9:7 facts Unexpected empty list in `kind`, expected one to three kinds. Write one, or take the line out.',
  ],
  [
    'a name given twice',
    'names: [TieRM²]',
    'names: [TieRM², TieRM²]',
    '10:17 facts Unexpected second `TieRM²` in `names`, expected each once. Take it out.',
  ],
  [
    'an empty item',
    'names: [TieRM²]',
    'names: [TieRM², ""]',
    '10:17 facts Unexpected empty item in `names`, expected a value. Write it, or take the item out.',
  ],
  [
    'too many topics',
    '[preference-optimization, safety]',
    '[a, b, c, d]',
    '8:9 facts Unexpected 4 items in `topics`, expected one to three topics. Keep the most important ones.',
  ],
  [
    'a topic by its name',
    '[preference-optimization, safety]',
    '[Preference Optimization]',
    '8:10 facts Unexpected `Preference Optimization` in `topics`, expected lower-case words joined by hyphens. Write `preference-optimization`.',
  ],
  [
    'an author with a part missing',
    '[Ada Example,',
    '[{family: Example},',
    '3:11 facts Unexpected end of the facts, expected `given` among them. Write `given: …`.',
  ],
  [
    'several lines',
    'claim: A',
    'claim: |\n  B\n  A',
    '15:8 facts Unexpected line break in `claim`, expected one line. Join the lines.',
  ],
])('%s', (_what, from, to, fault) => {
  expect(faultsIn(planted(from, to))).toEqual([fault])
})
