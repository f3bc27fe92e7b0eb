import { expect, it } from 'vitest'
import { articleData, datasetData, jsonLdText, listData, mostListed } from './json-ld.ts'
import { hardReference, realReferences, testContext } from './test-data/exported-content.ts'

// A title that ends the script element would run code.
it('serialised linked data cannot end its element', () => {
  const data = { name: '</script><script>alert(1)</script> <!-- & \u2028' }
  expect(jsonLdText(data)).not.toMatch(/[<>&\u2028]/)
  expect(JSON.parse(jsonLdText(data))).toEqual(data)
})

it('linked data of a paper is a ScholarlyArticle', () => {
  expect(articleData(hardReference('journal'), testContext)).toEqual({
    '@context': 'https://schema.org',
    '@type': 'ScholarlyArticle',
    '@id': 'https://list.example/base/papers/journal/#paper',
    headline: 'A Plain Paper',
    name: 'A Plain Paper',
    author: [{ '@type': 'Person', name: 'Ada Lovelace', givenName: 'Ada', familyName: 'Lovelace' }],
    dateCreated: '2024-10-04',
    datePublished: '2023',
    abstract: 'We show a plain thing.',
    sameAs: ['https://arxiv.org/abs/2410.03227', 'https://doi.org/10.1038/s41586-023-06291-2'],
    url: 'https://arxiv.org/abs/2410.03227',
    encoding: {
      '@type': 'MediaObject',
      contentUrl: 'https://arxiv.org/pdf/2410.03227',
      encodingFormat: 'application/pdf',
    },
    identifier: [
      { '@type': 'PropertyValue', propertyID: 'DOI', value: '10.1038/s41586-023-06291-2' },
      { '@type': 'PropertyValue', propertyID: 'arXiv', value: '2410.03227' },
    ],
    isPartOf: { '@type': 'Periodical', name: 'Nature' },
    inLanguage: 'en',
    mainEntityOfPage: 'https://list.example/base/papers/journal/',
  })
})

it('linked data of a list has its first papers and their number', () => {
  const many = Array.from({ length: 150 }, () => hardReference('plain-paper').entry)
  const [list] = listData(many, { title: 'Safety', path: '/topics/safety/' }, testContext)
  expect(list).toMatchObject({
    '@type': 'CollectionPage',
    name: 'Safety',
    mainEntity: { numberOfItems: 150, itemListElement: { length: mostListed } },
  })
})

it('linked data of the whole list is a Dataset with its files and a description of valid length', () => {
  const data = datasetData(realReferences, testContext) as Record<string, unknown>
  expect(data['description']).toMatch(/^.{50,5000}$/)
  expect(data['distribution']).toContainEqual({
    '@type': 'DataDownload',
    encodingFormat: 'application/json',
    contentUrl: 'https://list.example/base/papers.json',
  })
})
