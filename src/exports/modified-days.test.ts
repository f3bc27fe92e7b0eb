import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadModifiedDays } from './modified-days.ts'
import { sitemapOf } from './site-files.ts'

// Search engines ignore dates that change with every build.
it('the days on which files changed come from git, and are unknown without it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'modified-'))
  expect(loadModifiedDays(['content'], folder).size).toBe(0)
  mkdirSync(join(folder, 'content'))
  writeFileSync(join(folder, 'content', 'ü.mdx'), 'x')
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], {
      cwd: folder,
      env: { ...process.env, GIT_COMMITTER_DATE: '2025-03-13T12:00:00Z' },
      stdio: 'ignore',
    })
  git('init')
  git('add', '.')
  git('commit', '-m', 'x')
  expect([...loadModifiedDays(['content'], folder)]).toEqual([['content/ü.mdx', '2025-03-13']])
  git('clone', '--depth', '1', `file://${folder}`, 'shallow')
  expect(loadModifiedDays(['content'], join(folder, 'shallow')).size).toBe(0)
})

it('a sitemap has the days on which pages changed, if they are known', () => {
  const address = 'https://a.example/?x&y'
  expect(sitemapOf([[address, '2025-03-13'], [address]])).toContain(`
<url>
<loc>https://a.example/?x&amp;y</loc>
<lastmod>2025-03-13</lastmod>
</url>
<url>
<loc>https://a.example/?x&amp;y</loc>
</url>
`)
})
