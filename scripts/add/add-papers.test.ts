import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fixtureList } from '../../src/content/fixtures/list.ts'
import { checkContent } from '../check/check-content.ts'
import { NoAnswer } from '../network/polite-fetch.ts'
import { type AddOptions, addPapers } from './add-papers.ts'
import { feed, type Reply, recorded, serve } from './recorded/serve.ts'
import { addReportLines } from './report.ts'

// A newcomer could not turn a paper's address into an entry, or an existing entry would be overwritten.

const today = '2026-11-23'
let root = ''
let content = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'add-'))
  content = join(root, 'content')
  cpSync(fixtureList, content, { recursive: true })
})
afterEach(() => rmSync(root, { recursive: true }))

const gptFeed = feed('arxiv-gpt-3.xml')
/** Adds papers, checks them, and returns the report, the findings and the new entries. */
const add = async (
  args = ['2005.14165'],
  replies: Reply[] = [gptFeed],
  more: Partial<AddOptions> = {},
) => {
  const before = papers()
  const { ask, asked, close } = await serve(replies)
  const report = await addPapers({ args, content, ask, today, ...more })
  await close()
  const lines = addReportLines(report).map((line) => line.replaceAll(`${root}/`, ''))
  const targets = [...report.added, ...report.recorded].map(({ path }) => path)
  const { findings } = checkContent({ content, targets, today })
  const fresh = papers().filter((name) => !before.includes(name))
  return { lines, findings, fresh, asked, texts: report.added.map(({ text }) => text) }
}
const papers = () => readdirSync(join(content, 'papers'))
const entry = (name: string) => readFileSync(join(content, 'papers', name), 'utf8')
const identityFiles = () =>
  existsSync(join(content, 'listing'))
    ? readdirSync(join(content, 'listing')).filter((name) => name.startsWith('identity-'))
    : []
const recordOf = (id: string) =>
  JSON.parse(readFileSync(join(content, 'listing', `identity-${id}.json`), 'utf8'))
const put = (name: string, text: string) => {
  writeFileSync(join(root, name), text)
  return [join(root, name)]
}

const gpt = 'language-models-are-few-shot-learners.mdx'
const gptEntry = `---
title: "Language Models are Few-Shot Learners"
authors: [Tom B. Brown, Benjamin Mann, Nick Ryder]
published: 2020-05-28
paper: https://arxiv.org/abs/2005.14165
added: 2026-11-23
---

Recent work has demonstrated substantial gains on many NLP tasks and benchmarks by pre-training on a large corpus of text followed by fine-tuning on a specific task. While typically task-agnostic in architecture, this method still requires task-specific fine-tuning datasets of thousands or tens of thousands of examples. Here we show that scaling up language models greatly improves task-agnostic, few-shot performance, sometimes even reaching competitiveness with prior state-of-the-art fine-tuning approaches.
`
const written = `Wrote content/papers/${gpt}: \`Language Models are Few-Shot Learners\` by 3 authors, from arXiv, 2020-05-28, no venue, an abstract of 69 words.`
const next = `Next: npm run check -- content/papers/${gpt}`

test('a paper becomes an entry, its identity is recorded, and the report lists what is left to write', async () => {
  const { lines, fresh } = await add(['https://arxiv.org/abs/2005.14165v4'])
  expect(fresh).toEqual([gpt])
  expect(entry(gpt)).toBe(gptEntry)
  expect(recordOf('2005.14165')).toEqual([
    {
      arxiv: '2005.14165',
      doi: null,
      title: 'Language Models are Few-Shot Learners',
      authors: ['Tom B. Brown', 'Benjamin Mann', 'Nick Ryder'],
      alsoTitled: [],
      published: '2020-05-28',
    },
  ])
  expect(lines[0]).toBe(written)
  expect(lines).toContain('Topics that may fit:')
  expect(lines.filter((line) => /^ {2}• /.test(line)).length).toBeGreaterThan(1)
  const rest = lines.slice(lines.indexOf('Write above `added`:') + 1).map((line) => line.trim())
  expect(rest[0]).toMatch(/^topics: \[[a-z-]+(?:, [a-z-]+)*\]$/)
  expect(rest[1]).toBe('kind: [method]    # or benchmark, dataset, survey, analysis, model, tool')
  expect(rest.map((line) => line.split(':', 1)[0])).toEqual([
    ...['topics', 'kind', 'tags', 'claim', 'evidence', '', 'Next'],
  ])
  expect(lines.at(-1)).toBe(next)
})

const choices = {
  topics: ['foundations'],
  kind: ['model'],
  tags: ['in-context-learning'],
  claim: 'A large enough model learns a task from a few examples in its prompt, without training.',
  evidence: 'scaling up language models greatly improves task-agnostic, few-shot performance',
}
test('with all options, one command writes an entry that passes the check', async () => {
  const { findings, lines } = await add(undefined, undefined, { choices })
  expect(findings).toEqual([])
  expect(lines).toEqual([written, '', next])
})

test('a wrong option is rejected before anything is written', async () => {
  const wrong = { choices: { ...choices, topics: ['saftey'] } }
  const { lines, fresh } = await add(undefined, undefined, wrong)
  expect(lines[0]).toMatch(/^Unexpected topic `saftey`.*\(topics; nothing was written\)$/)
  expect([...fresh, ...identityFiles()]).toEqual([])
})

test('a paper with nearly the same title as an entry is rejected', async () => {
  const title = 'Mitigating the Alignment Taxes of RLHF'
  const body = recorded('arxiv-gpt-3.xml').replace('Language Models are Few-Shot Learners', title)
  const { lines, fresh } = await add(undefined, [{ body }])
  expect(lines[0]).toMatch(
    /^Unexpected paper `2005.14165` \(`Mitigating.*`\), expected one that is not on the list: .* has nearly the same title/,
  )
  expect(fresh).toEqual([])
})

test('the identity of an entry written by hand is recorded, and the entry is not changed', async () => {
  const mine = gptEntry.replace('Tom B. Brown', 'Tom B. Braun')
  writeFileSync(join(content, 'papers', gpt), mine)
  const { lines, findings } = await add()
  expect(entry(gpt)).toBe(mine)
  expect(lines).toEqual([
    `content/papers/${gpt} existed already; recorded \`Language Models are Few-Shot Learners\` as its identity.`,
    next,
  ])
  expect(recordOf('2005.14165')[0].authors[0]).toBe('Tom B. Brown')
  const [finding] = findings.filter(({ rule }) => rule === 'identity')
  expect(finding?.message).toMatch(/^Unexpected author `Tom B. Braun`, expected `Tom B. Brown`/)
})

test('--dry-run and --out leave the list unchanged', async () => {
  const dry = await add(undefined, undefined, { dryRun: true })
  expect(dry.lines.slice(0, 2)).toEqual([`content/papers/${gpt} would be:`, ''])
  expect(dry.lines.join('\n')).toContain(gptEntry.trimEnd())
  expect(dry.lines.slice(-2)).toEqual([
    'Nothing was written.',
    'Next: the same command without --dry-run',
  ])
  const out = await add(undefined, undefined, { folder: join(root, 'out') })
  expect(readdirSync(join(root, 'out'))).toEqual([gpt])
  expect(out.lines.at(-1)).toBe(`Next: npm run check -- out/${gpt}`)
  expect([...dry.fresh, ...out.fresh, ...identityFiles()]).toEqual([])
})

test('of several papers some fail, and each of the others is added once', async () => {
  const args = ['0710.5765', 'nonsense', '2401.99999', 'hep-ex/0307015', 'arXiv:0710.5765v2']
  const { lines, fresh } = await add(args, [feed('arxiv-two.xml')])
  expect(fresh).toEqual([
    'halo-gas-cross-sections-and-covering-fractions-of-mgii-absorption-selected.mdx',
    'multi-electron-production-at-high-transverse-momenta-in-ep-collisions-at-hera.mdx',
  ])
  const refused = lines.filter((line) => /, expected/.test(line) && line.startsWith('Unexpected'))
  expect(refused.map((line) => line.split(',', 1)[0])).toEqual([
    'Unexpected `nonsense`',
    'Unexpected arXiv id `2401.99999`',
    'Unexpected paper `arXiv:0710.5765v2` (`Halo Gas Cross Sections And Covering Fractions of MgII Absorption Selected Galaxies`)',
  ])
  // Each has a file of its own, so that two branches never touch the same one.
  expect(identityFiles()).toEqual(['identity-0710.5765.json', 'identity-hep-ex%2F0307015.json'])
  expect(lines).toContain('Nothing on the list is similar. Check whether the paper belongs here.')
})

test('a file that gives a paper the identifier of another is rejected', async () => {
  const path = put('mine.bib', '@misc{a, title={Quite Another Paper}, eprint={2005.14165}}')
  const { lines, fresh } = await add(path)
  expect(lines[0]).toBe(
    "Unexpected id `2005.14165` for `Quite Another Paper` (mine.bib, line 1), expected that paper's own id: at arXiv, it belongs to `Language Models are Few-Shot Learners`. Correct the id in the file, or add `2005.14165` by itself.",
  )
  expect(fresh).toEqual([])
})

test('a list of links is completed by the services, and its own facts are kept', async () => {
  const path = put(
    'list.md',
    `- [Language Models are Few-Shot Learners](https://arxiv.org/abs/2005.14165) [Code](https://github.com/openai/gpt-3)
- [ALR²: A Retrieve-then-Reason Framework for Long-context Question Answering](https://arxiv.org/abs/2410.03227)
- [A Paper that Nobody Can Ask For](https://openreview.net/forum?id=abc)
`,
  )
  const { texts, lines } = await add(path)
  expect(texts).toEqual([
    gptEntry.replace('added:', 'links:\n  code: https://github.com/openai/gpt-3\nadded:'),
  ])
  expect(lines).toContain('1 already on the list.')
  expect(lines.join('\n')).toMatch(
    /^Unexpected paper `A Paper that Nobody Can Ask For` .* without an abstract/m,
  )
})

const abstract =
  'We ask how models learn from ties between two answers, and find that a tie says more than was thought, in three studies with people and two with models.'

test('a paper without an identifier is added from its file alone', async () => {
  const paper = { title: 'Steady Preferences', abstract, code: 'https://github.com/a/b' }
  const { texts, findings, asked } = await add(put('mine.json', JSON.stringify([paper])))
  expect(asked).toEqual([])
  expect(texts).toEqual([
    `---
title: "Steady Preferences"
links:
  code: https://github.com/a/b
added: 2026-11-23
---

${abstract}
`,
  ])
  // Otherwise `npm start` would stop at these gaps.
  expect(readFileSync(join(content, 'gaps.yaml'), 'utf8')).toContain(
    'steady-preferences: [authors, published, paper, topics, kind, tags, claim, evidence]',
  )
  expect(findings).toEqual([])
})

test('without the network a file with title, authors and abstract is enough, and the report says what was not looked up', async () => {
  const fields = 'author={Bai, Yuntao and Kadavath, Saurav}, eprint={2212.08073}'
  const text = `@misc{a, title={Constitutional {AI}}, ${fields}, abstract={${abstract}}}`
  const ask = () => Promise.reject(new NoAnswer('export.arxiv.org', 'ENOTFOUND'))
  const { texts, lines } = await add([...put('mine.bib', text), '2402.01306'], [], { ask })
  expect(texts).toEqual([
    `---
title: "Constitutional AI"
authors: [Yuntao Bai, Saurav Kadavath]
published: 2022-12
paper: https://arxiv.org/abs/2212.08073
added: 2026-11-23
---

${abstract}
`,
  ])
  expect(lines.join('\n')).toContain(
    '`2212.08073` could not be looked up (ENOTFOUND): title, authors and abstract come from the file.',
  )
  expect(lines).toContain(
    '`export.arxiv.org` sent no usable answer (ENOTFOUND). Run the command again in ten minutes. Or save the paper’s BibTeX and add that file, use the site’s Suggest page, or copy the template in CONTRIBUTING.',
  )
  expect(identityFiles()).toEqual([])
})

test('an answer with code in it is written as text', async () => {
  const evil =
    '{process.exit(1)} &lt;script&gt;alert(1)&lt;/script&gt; import fs from "fs" ](javascript:alert(1))'
  const body = recorded('arxiv-gpt-3.xml')
    .replace('Recent work has', `${evil} Recent work has`)
    .replace('Language Models are Few-Shot Learners', '../../evil {x} &lt;b&gt;')
  const { fresh, findings } = await add(undefined, [{ body }])
  expect(fresh).toEqual(['evil-x-b.mdx'])
  expect(entry('evil-x-b.mdx')).toContain(
    String.raw`\{process.exit(1)} \<script>alert(1)\</script> import fs from "fs" ]\(javascript:alert(1))`,
  )
  const guard = ['prose-only', 'safe-address', 'file-name', 'frontmatter-syntax', 'characters']
  expect(findings.filter(({ rule }) => guard.includes(rule))).toEqual([])
})
