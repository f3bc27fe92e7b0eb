import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, it } from 'vitest'
import { exportedPaper, jsonFile, paperJson, papersFile, papersSchema } from './papers-file.ts'
import { hardReference, hardReferences, testContext } from './test-data/exported-content.ts'

const head = { title: 'All papers', path: '/papers/' } as const
const ajv = new Ajv2020({ allowUnionTypes: true, strict: true })
const schema = papersSchema(testContext)
const validFile = ajv.compile(schema)
const validPaper = ajv.compile({
  $ref: 'https://list.example/base/schema/papers.json#/$defs/paper',
})

// Programs that read the list rely on the published schema.
it('the JSON of a paper has its facts and derived values', () => {
  expect(JSON.parse(paperJson(hardReference('journal'), testContext))).toEqual({
    $schema: 'https://list.example/base/schema/papers.json#/$defs/paper',
    id: 'journal',
    key: 'lovelace2024journal',
    url: 'https://list.example/base/papers/journal/',
    title: 'A Plain Paper',
    authors: ['Ada Lovelace'],
    published: '2024-10-04',
    paper: 'https://arxiv.org/abs/2410.03227',
    venue: 'Nature 2023',
    doi: '10.1038/s41586-023-06291-2',
    added: '2025-03-13',
    arxiv: '2410.03227',
    pdf: 'https://arxiv.org/pdf/2410.03227',
    publication: { kind: 'journal', title: 'Nature', year: 2023 },
    abstract: 'We show a plain thing.',
  })
})

it('the JSON matches the published schema, even in edge cases', () => {
  validFile(JSON.parse(jsonFile({ ...head, references: hardReferences }, testContext)))
  expect(validFile.errors).toBeNull()
  for (const reference of hardReferences) {
    validPaper(JSON.parse(paperJson(reference, testContext)))
    expect(validPaper.errors).toBeNull()
  }
})

it('the published schema describes every field and rejects unknown fields', () => {
  const { $defs, properties } = schema as {
    $defs: { paper: { properties: object } }
    properties: object
  }
  expect(Object.keys($defs.paper.properties)).toEqual(Object.keys(exportedPaper.shape))
  for (const field of [...Object.values($defs.paper.properties), ...Object.values(properties)])
    expect(field).toHaveProperty('description', expect.stringMatching(/\.$/))
  expect(JSON.stringify(schema)).not.toContain(String(Number.MAX_SAFE_INTEGER))
  const file = JSON.parse(
    jsonFile({ ...head, references: hardReferences.slice(0, 1) }, testContext),
  )
  expect(validFile({ ...file, extra: 1 })).toBe(false)
  expect(validFile({ ...file, papers: [{ ...file.papers[0], added: 'today' }] })).toBe(false)
  expect(papersFile.parse(file)).toMatchObject({ updated: '2025-03-13', count: 1, language: 'en' })
})
