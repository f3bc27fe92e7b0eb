import { expect, it } from 'vitest'
import { paperLinks } from './links.ts'

const texts = (facts: Parameters<typeof paperLinks>[0]) =>
  paperLinks(facts).map(({ text, address }) => `${text} ${address}`)

// A reader who follows a link from a paper's page must land at that paper, in the form that the link names.
it('leads to arXiv’s page, PDF and HTML whatever form the address has', () => {
  expect(texts({ paper: 'https://arxiv.org/pdf/2410.03227v2' })).toEqual([
    'arXiv:2410.03227 https://arxiv.org/abs/2410.03227',
    'PDF https://arxiv.org/pdf/2410.03227',
    'HTML https://arxiv.org/html/2410.03227',
  ])
})

it('names the place of a paper that is not on arXiv', () => {
  expect(texts({ paper: 'https://openreview.net/forum?id=x1' })).toEqual([
    'OpenReview https://openreview.net/forum?id=x1',
  ])
  expect(texts({ paper: 'https://www.example.org/a.html' })).toEqual([
    'example.org https://www.example.org/a.html',
  ])
})

it('gives the DOI once, also where the paper’s address is its DOI', () => {
  const doi = '10.1145/3744746'
  expect(texts({ doi })).toEqual([`DOI https://doi.org/${doi}`])
  expect(texts({ doi, paper: `https://doi.org/${doi}` })).toEqual([`DOI https://doi.org/${doi}`])
})

it('puts code, data, model and project in one order behind the paper', () => {
  const links = { project: 'https://p.example', code: 'https://c.example' }
  expect(texts({ links })).toEqual(['Code https://c.example', 'Project https://p.example'])
  expect(texts({})).toEqual([])
})
