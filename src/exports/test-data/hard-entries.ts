import type { Entry } from '../../content/entry.ts'

const plain: Entry = {
  id: 'plain-paper',
  path: 'content/papers/plain-paper.mdx',
  title: 'A Plain Paper',
  authors: ['Ada Lovelace'],
  published: '2024-10-04',
  paper: 'https://arxiv.org/abs/2410.03227',
  added: '2025-03-13',
  abstractText: 'We show a plain thing.',
  abstractHtml: '<p>We show a plain thing.</p>',
}

const hard = (id: string, facts: Partial<Entry>): Entry => {
  const entry = { ...plain, id, ...facts }
  return Object.fromEntries(
    Object.entries(entry).filter(([, value]) => value !== undefined),
  ) as unknown as Entry
}

const absent = undefined as never

const hostileAbstract =
  'Ends with a brace }\n@inproceedings{evil, title = {x}}\nER  - \nTY  - JOUR\n</script><script>alert(1)</script> ]]> <!-- ``` ~~~ \u2028 \u0007 "quoted", 50% & more'

/** Edge cases that broke the writers of some formats, each with an id that describes it. */
export const hardEntries: readonly Entry[] = [
  plain,
  hard('without-authors', { authors: absent }),
  hard('without-date', { published: absent }),
  hard('without-date-but-venue', { published: absent, venue: 'EMNLP 2024' }),
  hard('only-a-year', { published: '2024' }),
  hard('only-a-month', { published: '2024-10' }),
  hard('without-anything', {
    authors: absent,
    published: absent,
    paper: absent,
    abstractText: '',
    abstractHtml: '',
  }),
  hard('one-name', { authors: ['Madonna', 'OpenAI', '王小明'] }),
  hard('groups', {
    authors: ['Qwen Team', 'Llama Team, AI @ Meta', 'Research and Development Group'],
  }),
  hard('particles', {
    authors: [
      'Harm de Vries',
      'Benjamin Van Durme',
      'Blaise Aguera y Arcas',
      'Martin Luther King Jr.',
      'Jakob d’Eon',
      'bell hooks',
    ],
  }),
  hard('three-hundred-authors', {
    authors: Array.from({ length: 300 }, (_, index) => `Given${index + 1} Family${index + 1}`),
  }),
  hard('signs', {
    title:
      "All of {these} 50% & more: #1 a_b $5 ~ x^2 \\cmd \"quoted\" <b> | 'single' -- ``dashes'' --- x",
    authors: ['Ann O’Neil & Co. {x}', 'B_C D%E'],
  }),
  hard('lone-braces', { title: 'A lone } and then { and {{' }),
  hard('emoji', { title: 'Llamas 🦙 and 👩‍🔬 sing', authors: ['Zoë 🦙 Smith'] }),
  hard('right-to-left', {
    title: 'محاذاة النماذج اللغوية: a survey',
    authors: ['محمد علي', 'משה כהן'],
  }),
  hard('cjk', { title: '大语言模型对齐综述', authors: ['李 明', '山田 太郎', '김 철수'] }),
  hard('mathematics', { title: String.raw`$\chi$PO in $\mathcal{O}(n^2)$ Time for ALR$^2$` }),
  hard('hostile-mathematics', { title: String.raw`Running $\input{/etc/passwd}$ and $a % b$` }),
  hard('hostile-abstract', {
    abstractText: hostileAbstract,
    abstractHtml: `<p>${hostileAbstract.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`,
  }),
  hard('formula', {
    title: '=HYPERLINK("http://x.example";"click")',
    authors: ['@SUM Formula', '-1+1'],
  }),
  hard('pipes', { title: 'A | B \\| C `code` *bold* [link](x) _under_' }),
  hard('doi', { doi: '10.1000/a_b(c)%3C1;2::3%3E', venue: 'Journal of Odd & Ends 2023' }),
  hard('unknown-venue', { venue: 'Nobody Knows This Venue 2024' }),
  hard('constructor', { venue: 'constructor 2024', tags: ['constructor'] }),
  hard('workshop', { venue: 'Ontology Matching Workshop at ISWC 2023' }),
  hard('journal', { venue: 'Nature 2023', doi: '10.1038/s41586-023-06291-2' }),
  hard('other-paper', { paper: 'https://openreview.net/forum?id=abc_D-1' }),
]
