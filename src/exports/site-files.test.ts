import { expect, it } from 'vitest'
import { llmsText, openSearchDescription } from './site-files.ts'
import { realReferences, testContext, topics } from './test-data/exported-content.ts'

// Programs ignore wrong addresses without a message.
it('the OpenSearch description has the address of the search', () => {
  expect(openSearchDescription(testContext)).toContain(
    '<Url type="text/html" method="get" template="https://list.example/base/search/?q={searchTerms}"/>',
  )
  const named = (shortTitle: string) =>
    openSearchDescription({ ...testContext, site: { ...testContext.site, shortTitle } })
  expect(named('A Reading List of 20')).toContain('<ShortName>A Reading List</ShortName>')
  expect(named('Readinglistsoftwenty')).toContain('<ShortName>Readinglistsoftw</ShortName>')
})

it('llms.txt has the prescribed form, and links to all topics', () => {
  const shelves = topics.map(
    ({ id, name, description }) =>
      ({ title: name, description, path: `/topics/${id}/`, references: realReferences }) as const,
  )
  const text = llmsText(98, shelves, testContext)
  expect(text).toMatch(
    /^# .+\n\n> .+\n\n[^#]+\n\n## The whole list\n\n(?:- \[.+\]\(https:.+\): .+\n)+\n## Topics\n\n(?:- \[.+\]\(https:.+\): .+\n)+$/,
  )
  expect(text).toContain('`https://list.example/base/papers/<id>/`')
  for (const { id } of topics) expect(text).toContain(`https://list.example/base/topics/${id}.md`)
})
