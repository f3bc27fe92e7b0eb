import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { parseDocument } from 'yaml'
import { z } from 'zod'
import { loadSite, papersFolder } from '../src/content/read.ts'
import { idFromTitle } from '../src/model/identifier.ts'
import { type Site, siteFacts } from '../src/model/site.ts'
import { filesBelow } from './build/built-facts.ts'
import { CommandFailed, runCommand } from './terminal/command.ts'
import { runProgram } from './terminal/program.ts'

const help = `
npm run new-list -- --title "Protein Papers" --subject "protein design" --url https://example.org --repository https://github.com/owner/name

Turns this copy of the generator into a new list without papers: a site.yaml, two sample topics and an empty
vocabulary in content/, and the new name in every document. It changes nothing below src/ and scripts/.
Removed files stay in git's history.

  --title TEXT        the list's name
  --subject TEXT      what its papers are about; completes "papers on …"
  --url ADDRESS       where the site will be, with its path if it has one: https://owner.github.io/name
  --repository URL    the repository that takes contributions
  --force             run even with uncommitted changes
  --help              show this
`

/** The names of a list in its documents. */
type Named = Pick<Site, 'title' | 'subject' | 'url' | 'base' | 'repository'>

/** The sample `content/` that every new list starts with. */
const sample = join(import.meta.dirname, 'new-list')

/** The facts of a site, from the list's names and addresses. */
function factsOf({ title, subject, url, base, repository }: Named) {
  return {
    title,
    // As many words of the title as fit on a phone's home screen.
    shortTitle: /^.{1,20}(?!\S)/u.exec(title)?.[0].trim() || title.slice(0, 20),
    description: `A curated reading list of papers on ${subject}.`,
    subject,
    url,
    base,
    idAuthority: `${URL.parse(url)?.hostname},${new Date().getUTCFullYear()}`,
    repository,
  }
}

/** The sample's `site.yaml` with the list's facts. */
function siteOf(list: Named): string {
  const site = parseDocument(readFileSync(join(sample, 'site.yaml'), 'utf8'))
  for (const [name, value] of Object.entries(factsOf(list))) site.set(name, value)
  return site.toString({ lineWidth: 0 })
}

const abstractOf = (subject: string) =>
  `A curated reading list of papers on ${subject}, and the generator of such lists.`

/** The documents that name the list in prose, each with its edits besides the new names. */
const documents: Readonly<Record<string, (text: string, list: Named) => string>> = {
  'README.md': (text) => text.replace(/^!\[[^\]]*\]\([^)]*screenshot[^)]*\)\n\n?/m, ''),
  'CONTRIBUTING.md': (text) => text,
  LICENSE: (text) => text.replace(/^(Copyright \(c\)) \d{4}/m, `$1 ${new Date().getUTCFullYear()}`),
  '.github/CODEOWNERS': (text, { repository }) =>
    text.replace(
      /@[\w-]+\/[\w-]+/g,
      `@${new URL(repository ?? 'https://x/owner').pathname.split('/')[1]}`,
    ),
  '.github/ISSUE_TEMPLATE/config.yml': (text) => text,
}

/** The data files that name the list, each with its edits. */
const dataFiles: Readonly<Record<string, (text: string, list: Named) => string>> = {
  'CITATION.cff': (text, { title, subject, url, base, repository }) => {
    const citation = parseDocument(text)
    citation.set('title', title)
    citation.set('abstract', abstractOf(subject))
    citation.set('authors', citation.createNode([{ name: `The contributors to the ${title}` }]))
    citation.set('url', url + base)
    citation.set('repository-code', repository)
    citation.set('keywords', [subject, 'reading list', 'static site generator'])
    return citation.toString({ lineWidth: 0 })
  },
  'package.json': withName,
  'package-lock.json': withName,
}

/** `package.json` or `package-lock.json` with the list's name. */
function withName(text: string, { title, subject }: Named): string {
  const file = JSON.parse(text)
  if (file.description) file.description = abstractOf(subject)
  file.name = idFromTitle(title) || 'reading-list'
  const root = file.packages?.['']
  if (root) root.name = file.name
  return `${JSON.stringify(file, null, 2)}\n`
}

/** A text with one list's names replaced by another's. */
function renamed(text: string, from: Named, to: Named): string {
  const home = (list: Named) => list.url + list.base
  const pairs = [
    [from.repository, to.repository ?? to.url],
    [home(from), home(to)],
    [from.url, home(to).replace(/\/$/, '')],
    [from.title, to.title],
    [from.subject, to.subject],
  ] as const
  return pairs.reduce((all, [old, fresh]) => (old ? all.replaceAll(old, () => fresh) : all), text)
}

/** Turns the project in a folder into a new list; pages that fit every list stay. Gives the written paths. */
export function makeNewList(folder: string, to: Named): string[] {
  const content = join(folder, 'content')
  const from = loadSite(content, {})
  const changes = { ...documents, ...dataFiles }
  const texts = Object.entries(changes).flatMap(([path, change]) => {
    const file = join(folder, path)
    if (!existsSync(file)) return []
    const text = readFileSync(file, 'utf8')
    return [[path, change(path in documents ? renamed(text, from, to) : text, to)] as const]
  })
  for (const name of readdirSync(content))
    if (name !== 'pages') rmSync(join(content, name), { recursive: true })
  rmSync(join(folder, '.github/screenshot.png'), { force: true })
  mkdirSync(join(content, papersFolder), { recursive: true })
  cpSync(sample, content, { recursive: true })
  const files = [['content/site.yaml', siteOf(to)] as const, ...texts]
  for (const [path, text] of files) writeFileSync(join(folder, path), text)
  const samples = filesBelow(sample).map((path) => join('content', path))
  return [...new Set([...samples, ...files.map(([path]) => path)])]
}

/** Throws if anything would be lost: removed files must be committed. */
async function refuseUnsavedWork(): Promise<void> {
  const { code, output } = await runProgram('git', ['status', '--porcelain'])
  if (code !== 0)
    throw new CommandFailed(
      'This is not a git repository, so removed files could not be restored. Add --force to go on.',
    )
  if (output.trim())
    throw new CommandFailed(
      `Unexpected uncommitted changes:\n${output}Commit them, or add --force to go on.`,
    )
}

if (import.meta.main) {
  await runCommand({
    help,
    options: {
      title: { type: 'string' },
      subject: { type: 'string' },
      url: { type: 'string' },
      repository: { type: 'string' },
      force: { type: 'boolean', default: false },
    },
    async main({ title = '', subject = '', url = '', repository = '', force }) {
      const missing = Object.entries({ title, subject, url, repository }).filter(([, one]) => !one)
      if (missing.length > 0)
        throw new CommandFailed(
          `The new list needs ${missing.map(([name]) => `--${name}`).join(', ')}. Add --help to see an example.`,
        )
      const { data, error } = siteFacts.safeParse(
        factsOf({
          title,
          subject,
          url,
          base: URL.parse(url)?.pathname ?? '/',
          repository: repository.replace(/\/+$/, '').replace(/\.git$/, ''),
        }),
      )
      if (error) throw new CommandFailed(z.prettifyError(error))
      if (!force) await refuseUnsavedWork()
      for (const path of makeNewList('.', data)) console.log(`  ${path}`)
      console.log(
        '\nThis is now a list of its own, without papers. Say what its topics are in content/topics/.\nNext: npm start',
      )
      return 0
    },
  })
}
