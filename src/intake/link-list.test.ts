import { expect, test } from 'vitest'
import { readText, skippedTexts } from './fixtures/read-text.ts'

// Papers of an "awesome" list would be missing, or have its descriptions and badges as titles.

const read = (text: string) => readText('a Markdown link list', text)
const title = 'Aligning Models with Words'
const arxiv = 'https://arxiv.org/abs/2410.03227'

test.each([
  `- [${title}](${arxiv})`,
  `1. **${title}**, *Jane Doe et al.* [paper](${arxiv})`,
  `2. ${title}. *Jane Doe, John Roe*. ICML 2024. [[arXiv]](${arxiv})`,
  `- [ICML 2024] **${title}** [![arXiv](https://img.shields.io/x.svg)](${arxiv})`,
  `- [[2410.03227]](${arxiv}) ${title}`,
  `| Date | Paper |\n| --- | --- |\n| 2024-10 | **${title}** - what it is about | [Paper](${arxiv}), [Tweet](https://x.com/a) |`,
  `- <b>x</b> [${title}](${arxiv} "a tip")`,
  `- <a href="${arxiv}">${title}</a>`,
  `<table>\n<tr><th>Title</th><th>Link</th></tr>\n<tr>\n  <td>${title}</td>\n  <td><a href='${arxiv}'>Paper</a></td>\n</tr></table>`,
  `| Paper | Venue | Link |\n|--|--|--|\n| ${title} | International Conference on Learning | [pdf](${arxiv}) |`,
  `| Jane Doe, John Roe, Ann Poe | ${title} | [pdf](${arxiv}) |`,
  `- [${title}][1]\n\n[1]: ${arxiv}`,
  `- ${title} ${arxiv}`,
  `### [${title}](${arxiv})`,
  `- Aligning Models\n  with Words\n  Jane Doe, John Roe\n  [paper](${arxiv})`,
  `- Doe et al., "${title}," ICML 2024. ${arxiv}`,
  `- \`${arxiv}\` ${title}`,
  `- **${title}**\n  - [Paper](${arxiv})\n  - [Code](https://github.com/a/b)`,
])('%j', (text) => {
  const { papers } = read(text)
  expect(papers.map((paper) => [paper.title, paper.arxiv])).toEqual([[title, '2410.03227']])
})

test('authors, code, data and venue are read from the lines below a paper; unused text is reported', () => {
  const { papers, skipped } = read(`- [${title}](${arxiv}) (NeurIPS 2024)
  - Jane Doe, Jürgen Müller, and Ann M. Poe
  - Keyword: RLHF, safety
  - Code: [official](https://github.com/a/b)
  - Dataset: [HH](https://github.com/c/d), [x](https://arxiv.org/abs/2401.00001)
- [Another Title Here](https://openreview.net/pdf?id=abc)
  - Google DeepMind
`)
  expect(papers).toMatchObject([
    {
      title,
      line: 1,
      arxiv: '2410.03227',
      published: '2024-10',
      authors: ['Jane Doe', 'Jürgen Müller', 'Ann M. Poe'],
      venue: 'NeurIPS 2024',
      code: 'https://github.com/a/b',
      data: 'https://github.com/c/d',
    },
    { title: 'Another Title Here', line: 6, paper: 'https://openreview.net/forum?id=abc' },
  ])
  expect(skippedTexts(skipped)).toEqual([
    `5 dataset of \`${title}\`: \`2401.00001\` is not used, since the entry has \`2410.03227\``,
  ])
  expect(skipped.flatMap(({ value }) => value ?? [])).toEqual([
    '`Keyword: RLHF, safety`',
    '`Dataset: HH, x`',
    '`Google DeepMind`',
  ])
})

test.each([
  `- ${title}. *Jane Doe, John Roe*. [paper](${arxiv})`,
  `| [${title}](${arxiv}) | Jane Doe, John Roe | 2024 |`,
])('the authors of %j', (text) => {
  expect(read(text).papers[0]?.authors).toEqual(['Jane Doe', 'John Roe'])
})

test('a second paper in an item becomes a paper, and an impossible arXiv id does not', () => {
  const { papers, skipped } = read(`- [${title}](https://arxiv.org/abs/2313.00099)
- [${title}](${arxiv}) and [Words with Aligned Models](https://arxiv.org/abs/2401.00001)`)
  expect(papers.map((paper) => [paper.title, paper.arxiv])).toEqual([
    [title, '2410.03227'],
    ['Words with Aligned Models', '2401.00001'],
  ])
  expect(skipped[0]?.why).toMatch(/^its arXiv id cannot be right: the month or the number in/)
})

test('papers nested below other links are read; links within the page are skipped', () => {
  const { papers, skipped } = read(`- [Contents](#contents)
- [Surveys](https://example.org/surveys)
  - [${title}](${arxiv})
`)
  expect(papers.map(({ line }) => line)).toEqual([3])
  expect(skippedTexts(skipped)).toEqual([
    '2 `Surveys https://example.org/surveys`: none of its links leads to a paper',
  ])
})

test('an item nested below a paper that has its own title is read separately', () => {
  const { papers, skipped } = read(`- [${title}](${arxiv})
  - [A Tool of Another Kind](https://github.com/c/d)
  - Words with Aligned Models [paper](https://arxiv.org/abs/2401.00001)
    - [code](https://github.com/e/f)
`)
  expect(papers.map((paper) => [paper.title, paper.arxiv, paper.code])).toEqual([
    [title, '2410.03227', undefined],
    ['Words with Aligned Models', '2401.00001', 'https://github.com/e/f'],
  ])
  expect(skipped).toMatchObject([
    { line: 2, what: '`A Tool of Another Kind https://github.com/c/d`' },
  ])
})

test('skipped lines are reported with their addresses', () => {
  const { papers, skipped } = read(`# A list

See [this paper](${arxiv}) for more.

- [A tool](https://github.com/a/tool) for things
- [T5](${arxiv})
- [pdf](https://arxiv.org/abs/2401.00001)
`)
  expect(papers).toEqual([])
  expect(skippedTexts(skipped)).toEqual([
    `3 \`See this paper for more. ${arxiv}\`: it is running text`,
    '5 `A tool for things https://github.com/a/tool`: none of its links leads to a paper',
    `6 \`T5 ${arxiv}\`: its link has no title; \`npm run add -- 2410.03227\` looks it up`,
    '7 `pdf https://arxiv.org/abs/2401.00001`: its link has no title; `npm run add -- 2401.00001` looks it up',
  ])
})

test.each([
  `${'>'.repeat(20_000)} - [${title}](${arxiv})`,
  `${'- '.repeat(5000)}[${title}](${arxiv})`,
])('an extremely nested list is read', (text) => {
  expect(JSON.stringify(read(text))).toContain(title)
})
