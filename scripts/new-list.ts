import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseDocument } from 'yaml'
import { z } from 'zod'
import { loadSite, papersFolder } from '../src/content/read.ts'
import { idFromTitle } from '../src/model/identifier.ts'
import { type Site, siteFacts } from '../src/model/site.ts'
import { filesBelow } from './build/built-site.ts'
import { CommandFailed, runCommand } from './terminal/command.ts'

const help = `
npm run new-list -- --title "Protein Papers" --subject "protein design" --url https://example.org --repository https://github.com/owner/name

Turns this copy of the generator into a new list without papers: a site.yaml, two sample topics and an empty
vocabulary in content/, and the new name in every document. It changes nothing below src/ and scripts/.
Removed files stay in git's history.

  --title TEXT        the list's name
  --subject TEXT      what its papers are about; completes "papers on …"
  --url ADDRESS       where the site will be, with its path if it has one: https://owner.github.io/name
  --repository URL    the repository for contributions
  --force             go on despite uncommitted changes
  --help              show this
`

/** The sample `content/` that every new list starts with. */
const sample = join(import.meta.dirname, 'new-list')

/** Derives the facts of a site from the options. Throws if they are not valid. */
export function siteOf(list: Record<'title' | 'subject' | 'url' | 'repository', string>): Site {
  const { title, subject, url, repository } = list
  const { hostname = '', pathname = '/' } = URL.parse(url) ?? {}
  const { data, error } = siteFacts.safeParse({
    title,
    // As many words of the title as fit on a phone's home screen.
    shortTitle: /^.{1,20}(?!\S)/u.exec(title)?.[0].trim() || title.slice(0, 20),
    description: `A curated reading list of papers on ${subject}.`,
    subject,
    url,
    base: pathname,
    idAuthority: `${hostname},${new Date().getUTCFullYear()}`,
    repository: repository.replace(/\/+$/, '').replace(/\.git$/, ''),
  })
  if (error) throw new CommandFailed(z.prettifyError(error))
  return data
}

const unchanged = (text: string) => text

/** The files that name the list, each with its further changes. */
const documents: Readonly<Record<string, (text: string, list: Site) => string>> = {
  'README.md': (text) => text.replace(/^!\[[^\]]*\]\([^)]*screenshot[^)]*\)\n\n?/m, ''),
  'CONTRIBUTING.md': unchanged,
  LICENSE: (text) => text.replace(/^(Copyright \(c\)) \d{4}/m, `$1 ${new Date().getUTCFullYear()}`),
  '.github/CODEOWNERS': (text, { repository = '' }) =>
    text.replace(/@[\w-]+\/[\w-]+/g, `@${URL.parse(repository)?.pathname.split('/')[1]}`),
  '.github/ISSUE_TEMPLATE/config.yml': unchanged,
  'CITATION.cff': unchanged,
  'package.json': unchanged,
  'package-lock.json': unchanged,
}

/** Replaces one list's names and addresses by another's. In data files, names are escaped for double quotes. */
function replaceNames(text: string, from: Site, to: Site, isData: boolean): string {
  const home = ({ url, base }: Site) => url + base
  const packageOf = ({ title }: Site) => `"name": "${idFromTitle(title) || 'reading-list'}"`
  const escapeName = (name: string) => (isData ? JSON.stringify(name).slice(1, -1) : name)
  const replacements = [
    [from.repository, to.repository ?? to.url],
    [home(from), home(to)],
    [from.url, home(to).replace(/\/$/, '')],
    [from.title, escapeName(to.title)],
    [from.subject, escapeName(to.subject)],
    [packageOf(from), packageOf(to)],
  ] as const
  return replacements.reduce(
    (all, [old, fresh]) => (old ? all.replaceAll(old, () => fresh) : all),
    text,
  )
}

/** Turns the project in a folder into a new list, and returns the written paths. Pages that fit every list are kept. */
export function makeNewList(folder: string, to: Site): string[] {
  const content = join(folder, 'content')
  const from = loadSite(content, {})
  for (const [path, change] of Object.entries(documents)) {
    const file = join(folder, path)
    const text = replaceNames(readFileSync(file, 'utf8'), from, to, /\.(?:cff|json)$/.test(path))
    writeFileSync(file, change(text, to))
  }
  for (const name of readdirSync(content))
    if (name !== 'pages') rmSync(join(content, name), { recursive: true })
  rmSync(join(folder, '.github/screenshot.png'), { force: true })
  mkdirSync(join(content, papersFolder))
  cpSync(sample, content, { recursive: true })
  const site = parseDocument(readFileSync(join(sample, 'site.yaml'), 'utf8'))
  for (const [name, value] of Object.entries(to)) site.set(name, value)
  writeFileSync(join(content, 'site.yaml'), site.toString({ lineWidth: 0 }))
  return [...filesBelow(sample).map((path) => `content/${path}`), ...Object.keys(documents)]
}

/** Throws unless everything is committed, since removed files could not be restored. */
function requireCleanGit(): void {
  const { status, stdout } = spawnSync('git', ['status', '--porcelain'], { encoding: 'utf8' })
  if (status === 0 && stdout === '') return
  const where = status === 0 ? `uncommitted changes:\n${stdout}` : 'folder without git.\n'
  throw new CommandFailed(
    `Unexpected ${where}Removed files could not be restored. Commit everything, or add --force to go on.`,
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
      const list = siteOf({ title, subject, url, repository })
      if (!force) requireCleanGit()
      for (const path of makeNewList('.', list)) console.log(`  ${path}`)
      console.log(
        '\nThis is now a new list without papers. Describe its topics in content/topics/.\nNext: npm start',
      )
      return 0
    },
  })
}
