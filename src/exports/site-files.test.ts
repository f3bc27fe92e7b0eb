import { expect, it } from 'vitest'
import { llmsText, openSearchDescription } from './site-files.ts'
import { realReferences, testSource, topics } from './test-data/exported-content.ts'

// A program finds nothing behind a wrong address, and says nothing about it.
it('the files that a site has for programs offer its search to browsers', () => {
  expect(openSearchDescription(testSource)).toContain(
    '<Url type="text/html" method="get" template="https://list.example/base/search/?q={searchTerms}"/>',
  )
  const named = (shortTitle: string) =>
    openSearchDescription({ ...testSource, site: { ...testSource.site, shortTitle } })
  expect(named('A Reading List of 20')).toContain('<ShortName>A Reading List</ShortName>')
  expect(named('Readinglistsoftwenty')).toContain('<ShortName>Readinglistsoftw</ShortName>')
})

it('the files that a site has for programs tell agents what there is, in the form of llms.txt', () => {
  const shelves = topics.map(
    ({ id, name, description }) =>
      ({ title: name, description, path: `/topics/${id}/`, references: realReferences }) as const,
  )
  const text = llmsText(98, shelves, testSource)
  expect(text).toMatch(
    /^# .+\n\n> .+\n\n[^#]+\n\n## The whole list\n\n(?:- \[.+\]\(https:.+\): .+\n)+\n## Topics\n\n(?:- \[.+\]\(https:.+\): .+\n)+$/,
  )
  expect(text).toContain('`https://list.example/base/papers/<id>/`')
  for (const { id } of topics) expect(text).toContain(`https://list.example/base/topics/${id}.md`)
})
