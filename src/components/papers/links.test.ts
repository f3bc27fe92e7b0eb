import { expect, it } from 'vitest'
import { paperLinks } from './links.ts'

const doi = '10.1145/3744746'

// A reader would follow a link to another paper, or to something other than what the link says.
it.each<[Parameters<typeof paperLinks>[0], ...links: string[]]>([
  [
    { paper: 'https://arxiv.org/pdf/2410.03227v2' },
    'arXiv:2410.03227 https://arxiv.org/abs/2410.03227',
    'PDF https://arxiv.org/pdf/2410.03227',
    'HTML https://arxiv.org/html/2410.03227',
  ],
  [
    { paper: 'https://openreview.net/forum?id=x1' },
    'OpenReview https://openreview.net/forum?id=x1',
  ],
  [{ paper: 'https://www.example.org/a.html' }, 'example.org https://www.example.org/a.html'],
  [{ doi, paper: `https://doi.org/${doi}` }, `DOI https://doi.org/${doi}`],
  [
    { links: { project: 'https://p.example', code: 'https://c.example' } },
    'Code https://c.example',
    'Project https://p.example',
  ],
])('the links of %j', (facts, ...links) => {
  expect(paperLinks(facts).map(({ text, address }) => `${text} ${address}`)).toEqual(links)
})
