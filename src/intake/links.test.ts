// "Code" on a paper's page would lead to its data, or to nothing.
import { expect, it } from 'vitest'
import { texTree } from '../text/tex.ts'
import { parseBibliography } from './bibliography.ts'
import { linksOf } from './links.ts'

const item = (facts: object) =>
  parseBibliography('b.json', JSON.stringify([{ title: 'T', ...facts }])).items[0]

const [ab, cd] = ['https://github.com/a/b', 'https://github.com/c/d']
const [hub, page] = ['https://huggingface.co', 'https://a.github.io/b/']

it.each([
  [`Code: ${ab}.`, { code: ab }],
  [`Code and data at ${ab}/tree/main/c and ${page}.`, { code: `${ab}/tree/main/c`, project: page }],
  [`Our dataset is available at ${ab}`, { data: ab }],
  [
    `A list of papers: ${ab.replace('/b', '/Awesome-B')}`,
    { project: `${ab.slice(0, -1)}Awesome-B` },
  ],
  [
    `Models: ${hub}/a/b, data: ${hub}/datasets/a/c, demo: ${hub}/spaces/a/d`,
    { data: `${hub}/datasets/a/c`, model: `${hub}/a/b`, project: `${hub}/spaces/a/d` },
  ],
  ['Our code is available at https://aka.ms/a', { code: 'https://aka.ms/a' }],
  ['Code, data and demo at https://a.org/b', { project: 'https://a.org/b' }],
  [`\\href{${ab}}{Code} and ${cd}{dataset}`, { code: ab, data: cd }],
  ['Film: https://youtu.be/x. See https://arxiv.org/abs/2401.00001', undefined],
  ['Data: https://huggingface.host/datasets/a/b, www.a.org', undefined],
])('%s', (abstract, links) => expect(linksOf(texTree([abstract]))).toEqual(links))

it.each([
  // The bibliography takes precedence over the abstract.
  [`Code: ${cd}. Page: ${page}.`, { code: ab, project: null }, { code: ab, project: page }],
  ['Words.', { project: `${hub}/datasets/a/b` }, { data: `${hub}/datasets/a/b` }],
  ['Words.', { project: ab }, { code: ab }],
  ['Words.', { code: ab, project: cd }, { code: ab, project: cd }],
  // No address is repeated.
  ['Our data is at https://github.com/A/B/.', { code: ab }, { code: ab }],
])('%s, with %j', (abstract, facts, links) =>
  expect(linksOf(texTree([abstract]), item(facts))).toEqual(links),
)
