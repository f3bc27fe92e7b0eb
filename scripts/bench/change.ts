import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { entryPaths, loadSite, papersFolder } from '../../src/content/read.ts'
import { indexFolder } from '../../src/search/index-names.ts'
import { astroEnvironment, astroProgram } from '../build/build-site.ts'
import { runProgram } from '../terminal/program.ts'

/**
 * Starts a development server in a copy of the project, changes an entry there, and waits until its page and the search have
 * it. Says how long that took: `page 0.3 s, search 1.1 s`.
 */
export async function timeToUpdate(copy: string): Promise<string> {
  const [entry = ''] = entryPaths(join(copy, 'content', papersFolder))
  const text = readFileSync(entry, 'utf8')
  let pid = 0
  let address = ''
  const ended = runProgram(process.execPath, [astroProgram, 'dev', '--port', '4399'], {
    cwd: copy,
    env: { ...astroEnvironment, NO_COLOR: '1' },
    onStart: (started) => {
      pid = started
    },
    onLine: (line) => {
      address ||= /https?:\/\/localhost:\d+/.exec(line)?.[0] ?? ''
    },
  })
  const { base } = loadSite()
  const read = async (path: string) => {
    try {
      return await (await fetch(address + base + path)).text()
    } catch {
      return ''
    }
  }
  const until = async (path: string, holds: (answer: string) => boolean) => {
    const started = performance.now()
    while (!holds(await read(path)) && performance.now() - started < 60_000) await pause(20)
    return (performance.now() - started) / 1000
  }
  const page = `papers/${/([^\\/]+)\.mdx$/.exec(entry)?.[1]}/`
  const index = `${indexFolder}/pagefind-entry.json`
  try {
    await until(page, (html) => html.includes('<h1'))
    await until(index, (json) => json.startsWith('{'))
    const before = await read(index)
    writeFileSync(entry, text.replace(/^claim: .*/m, 'claim: Changed while the server runs.'))
    const shown = await until(page, (html) => html.includes('Changed while the server runs.'))
    const found = await until(index, (json) => json.startsWith('{') && json !== before)
    return `page ${shown.toFixed(1)} s, search ${(shown + found).toFixed(1)} s`
  } finally {
    if (pid > 0) process.kill(pid)
    writeFileSync(entry, text)
    await ended
  }
}
