// A curator whose machine stops in the middle would find half a listing, half a file, or their own words gone.
import { spawn } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LockHeld, withLock } from './lock.ts'
import { hasLeftovers, undoLeftovers, workFolderOf, writeAll } from './write.ts'

let place = ''
let target = ''
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'write-'))
  target = join(place, 'papers')
})
afterEach(() => rmSync(place, { recursive: true }))

const files = new Map(
  Array.from({ length: 20 }, (_, at) => [`e${at}.mdx`, `entry ${at}\n`.repeat(99)]),
)
const write = (before?: (step: string) => void) =>
  withLock(workFolderOf(target), 5000, async () => {
    undoLeftovers(target)
    await writeAll(target, files, before)
  })
const held = () =>
  Object.fromEntries(
    (existsSync(target) ? readdirSync(target) : []).map((name) => [
      name,
      readFileSync(join(target, name), 'utf8'),
    ]),
  )
const whole = Object.fromEntries(files)

/** Runs code in a process of its own that can write as above, and gives the signal or code that ended it. */
function child(code: string): Promise<string | number | null> {
  const module = (name: string) => pathToFileURL(join(import.meta.dirname, name)).href
  const source = `
    import { withLock } from '${module('lock.ts')}'
    import { undoLeftovers, workFolderOf, writeAll } from '${module('write.ts')}'
    const target = ${JSON.stringify(target)}
    const files = new Map(${JSON.stringify([...files])})
    const die = () => process.kill(process.pid, 'SIGKILL')
    ${code}`
  const started = spawn(process.execPath, ['--input-type=module', '--eval', source], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return new Promise((resolve) => started.on('exit', (exit, signal) => resolve(signal ?? exit)))
}

const killedAt = (step: string) =>
  child(`await withLock(workFolderOf(target), 5000, () =>
    writeAll(target, files, (step) => step === ${JSON.stringify(step)} && die()))`)

describe('a folder that is not there', () => {
  it('appears with every file in it, and nothing beside it', async () => {
    await write()
    expect(held()).toEqual(whole)
    expect(readdirSync(place)).toEqual(['papers'])
  })

  it.each([
    ['stage e7.mdx', {}],
    ['replace folder', {}],
    ['clean up', whole],
  ])(
    'killed before "%s" it is all there or not at all, and the next run ends the work',
    async (step, left) => {
      expect(await killedAt(step)).toBe('SIGKILL')
      expect(held()).toEqual(left)
      expect(hasLeftovers(target)).toBe(true)
      rmSync(target, { recursive: true, force: true })
      await write()
      expect(held()).toEqual(whole)
      expect(readdirSync(place)).toEqual(['papers'])
    },
  )
})

describe('a folder that is empty', () => {
  it('is filled, also through a link to it', async () => {
    mkdirSync(join(place, 'real'))
    symlinkSync(join(place, 'real'), target)
    await write()
    expect(held()).toEqual(whole)
    expect(readdirSync(place).sort()).toEqual(['papers', 'real'])
  })
})

describe('a folder with entries', () => {
  const mine = { 'mine.mdx': 'my words\n' }
  beforeEach(() => {
    mkdirSync(target)
    writeFileSync(join(target, 'mine.mdx'), mine['mine.mdx'])
  })

  it('gets the new ones beside them', async () => {
    await write()
    expect(held()).toEqual({ ...mine, ...whole })
    expect(readdirSync(place)).toEqual(['papers'])
  })

  it.each([
    'stage e0.mdx',
    'write journal',
    'link e0.mdx',
    'link e9.mdx',
    'link e19.mdx',
    'end journal',
  ])(
    'killed before "%s" it has lost nothing, and the next run undoes what is half done',
    async (step) => {
      expect(await killedAt(step)).toBe('SIGKILL')
      expect(held()).toMatchObject(mine)
      undoLeftovers(target)
      expect(held()).toEqual(mine)
      await write()
      expect(held()).toEqual({ ...mine, ...whole })
      expect(readdirSync(place)).toEqual(['papers'])
    },
  )

  it('keeps what someone has written into a half-done entry since', async () => {
    await killedAt('link e9.mdx')
    writeFileSync(join(target, 'e3.mdx'), 'changed\n')
    undoLeftovers(target)
    expect(held()).toEqual({ ...mine, 'e3.mdx': 'changed\n' })
  })

  it('is as before when a file of that name is there, which is never overwritten', async () => {
    writeFileSync(join(target, 'e9.mdx'), 'not yours\n')
    await expect(write()).rejects.toThrow('EEXIST')
    expect(held()).toEqual({ ...mine, 'e9.mdx': 'not yours\n' })
    expect(readdirSync(place)).toEqual(['papers'])
  })

  it('is as before when a step fails', async () => {
    const fail = (step: string) => {
      if (step === 'link e9.mdx') throw new Error('no space')
    }
    await expect(write(fail)).rejects.toThrow('no space')
    expect(held()).toEqual(mine)
  })
})

describe('two processes', () => {
  it('write one after the other', async () => {
    const order = join(place, 'order')
    const turn = `
      import { appendFileSync } from 'node:fs'
      await withLock(workFolderOf(target), 20000, async () => {
        appendFileSync(${JSON.stringify(order)}, 'in ')
        await new Promise((resolve) => setTimeout(resolve, 5))
        appendFileSync(${JSON.stringify(order)}, 'out ')
      })`
    expect(await Promise.all(Array.from({ length: 5 }, () => child(turn)))).toEqual([0, 0, 0, 0, 0])
    expect(readFileSync(order, 'utf8')).toBe('in out '.repeat(5))
  })

  it('do not wait for ever', async () => {
    await withLock(workFolderOf(target), 0, async () => {
      await expect(withLock(workFolderOf(target), 0, async () => {})).rejects.toThrow(LockHeld)
    })
    expect(readdirSync(place)).toEqual([])
  })

  it('do not wait for one that is dead, nor for a lock that is older than any convert', async () => {
    await child('await withLock(workFolderOf(target), 0, async () => die())')
    expect(readdirSync(workFolderOf(target))).toHaveLength(1)
    await withLock(workFolderOf(target), 0, async () => {
      const [lock = ''] = readdirSync(workFolderOf(target))
      utimesSync(join(workFolderOf(target), lock), 0, 0)
      expect(await withLock(workFolderOf(target), 0, async () => 'in')).toBe('in')
    })
  })
})
