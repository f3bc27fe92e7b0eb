import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'

// A reader would scroll past three hundred names to the abstract, or cite a paper under a name that is not its author's.

const built = (file: string) =>
  readFileSync(join(inject('basedSiteFolder'), 'papers', file), 'utf8')

test('a long list of authors is folded, and opens without JavaScript', () => {
  const page = built('language-models/index.html')
  expect(page).toMatch(/<details class="more-authors">\s*<summary>and 290 others<\/summary>/)
  expect(page.match(/<bdi>Ada Case\w+<\/bdi>/g)).toHaveLength(300)
})

test('a family name that an entry says is the one in references', () => {
  expect(built('llm-alignment/index.html')).toContain('<bdi>Mohammad Gheshlaghi Azar</bdi>')
  expect(built('llm-alignment.bib')).toContain('Gheshlaghi Azar, Mohammad')
  expect(JSON.parse(built('llm-alignment.csl.json'))[0].author.slice(0, 2)).toEqual([
    { family: 'Gheshlaghi Azar', given: 'Mohammad' },
    { family: '张', given: '三' },
  ])
})
