import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { entryPaths, loadSite, papersFolder } from '../../src/content/read.ts'
import { indexFolder } from '../../src/search/index-names.ts'
import { astroEnvironment, astroProgram } from '../build/build-site.ts'
import { runProgram } from '../terminal/program.ts'

const home = `http://localhost:4399${loadSite().base}`
const newClaim = 'Changed while the server runs.'

/** Requests a file until `isDone` accepts it, for at most a minute. Returns the last text and the seconds that it took. */
async function pollUntil(path: string, isDone: (text: string) => boolean) {
  const started = performance.now()
  const seconds = () => (performance.now() - started) / 1000
  for (;;) {
    const text = await fetch(home + path).then(
      (answer) => answer.text(),
      () => '',
    )
    if (isDone(text) || seconds() > 60) return { text, seconds: seconds() }
    await pause(20)
  }
}

/**
 * Starts a development server in a copy of the project, changes an entry, and waits until its page and the search index have
 * the change. Returns the times: `page 0.3 s, search 1.1 s`.
 */
export async function timeToUpdate(copy: string): Promise<string> {
  const [entry = ''] = entryPaths(join(copy, 'content', papersFolder))
  const text = readFileSync(entry, 'utf8')
  let stop = () => {}
  const ended = runProgram(process.execPath, [astroProgram, 'dev', '--port', '4399'], {
    cwd: copy,
    env: astroEnvironment,
    onStart: (pid) => {
      stop = () => process.kill(pid)
    },
  })
  const page = `papers/${basename(entry, '.mdx')}/`
  const index = `${indexFolder}/pagefind-entry.json`
  try {
    await pollUntil(page, (html) => html.includes('<h1'))
    const before = await pollUntil(index, (json) => json.startsWith('{'))
    writeFileSync(entry, text.replace(/^claim: .*/m, `claim: ${newClaim}`))
    const onPage = await pollUntil(page, (html) => html.includes(newClaim))
    const inSearch = await pollUntil(index, (json) => json.startsWith('{') && json !== before.text)
    const search = onPage.seconds + inSearch.seconds
    return `page ${onPage.seconds.toFixed(1)} s, search ${search.toFixed(1)} s`
  } finally {
    stop()
    writeFileSync(entry, text)
    await ended
  }
}
