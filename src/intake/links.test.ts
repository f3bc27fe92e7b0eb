// "Code" on a paper's page would lead to its data, or to nothing.
import { describe, expect, it } from 'vitest'
import { texTree } from '../text/tex.ts'
import { parseBibliography } from './bibliography.ts'
import { linksOf } from './links.ts'

const item = (facts: object) =>
  parseBibliography('b.json', JSON.stringify([{ title: 'T', ...facts }])).items[0]

describe('the addresses of an abstract', () => {
  it.each([
    ['Code: https://github.com/a/b.', { code: 'https://github.com/a/b' }],
    [
      'Code and data at https://github.com/a/b/tree/main/c and https://a.github.io/b/.',
      { code: 'https://github.com/a/b/tree/main/c', project: 'https://a.github.io/b/' },
    ],
    ['Our dataset is available at https://github.com/a/b', { data: 'https://github.com/a/b' }],
    [
      'A list of papers: https://github.com/a/Awesome-B',
      { project: 'https://github.com/a/Awesome-B' },
    ],
    [
      'Models: https://huggingface.co/a/b, data: https://huggingface.co/datasets/a/c, demo: https://huggingface.co/spaces/a/d',
      {
        data: 'https://huggingface.co/datasets/a/c',
        model: 'https://huggingface.co/a/b',
        project: 'https://huggingface.co/spaces/a/d',
      },
    ],
    ['The weights are on https://huggingface.co/a.', { model: 'https://huggingface.co/a' }],
    ['Archived at https://zenodo.org/records/1', { data: 'https://zenodo.org/records/1' }],
    ['Our code is available at https://aka.ms/a', { code: 'https://aka.ms/a' }],
    ['Our data is available at https://a.org/b', { data: 'https://a.org/b' }],
    ['Code, data and demo at https://a.org/b', { project: 'https://a.org/b' }],
    [
      String.raw`\href{https://github.com/a/b}{Code} and https://github.com/c/d{dataset}`,
      { code: 'https://github.com/a/b', data: 'https://github.com/c/d' },
    ],
    ['Film: https://youtu.be/x. See https://arxiv.org/abs/2401.00001', undefined],
    ['Data: https://huggingface.host/datasets/a/b, www.a.org', undefined],
  ])('%s', (abstract, links) => expect(linksOf(texTree([abstract]))).toEqual(links))
})

describe('the bibliography', () => {
  const abstract = texTree(['Code: https://github.com/x/y. Page: https://x.github.io/y.'])

  it('wins over the abstract for the same kind', () => {
    expect(linksOf(abstract, item({ code: 'https://github.com/a/b', project: null }))).toEqual({
      code: 'https://github.com/a/b',
      project: 'https://x.github.io/y',
    })
  })

  it.each([
    [
      { project: 'https://huggingface.co/datasets/a/b' },
      { data: 'https://huggingface.co/datasets/a/b' },
    ],
    [{ project: 'https://github.com/a/b' }, { code: 'https://github.com/a/b' }],
    [
      { code: 'https://github.com/a/b', project: 'https://github.com/a/c' },
      { code: 'https://github.com/a/b', project: 'https://github.com/a/c' },
    ],
    [
      { code: 'https://github.com/a/b', project: 'https://github.com/a/b/' },
      { code: 'https://github.com/a/b' },
    ],
    [
      { project: 'https://huggingface.co/spaces/a/b' },
      { project: 'https://huggingface.co/spaces/a/b' },
    ],
  ])('%j', (facts, links) => expect(linksOf(texTree(['Words.']), item(facts))).toEqual(links))

  it('and the abstract do not name one address twice', () => {
    const data = texTree(['Our data is at https://github.com/A/B/.'])
    expect(linksOf(data, item({ code: 'https://github.com/a/b' }))).toEqual({
      code: 'https://github.com/a/b',
    })
  })
})
