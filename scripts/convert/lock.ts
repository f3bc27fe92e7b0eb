import { createHash, randomBytes } from 'node:crypto'
import { closeSync, mkdirSync, openSync, readdirSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** After this time a lock counts as left behind, whatever process has its number now, in milliseconds. */
const oldest = 10 * 60_000

const thisHost = createHash('sha256').update(hostname()).digest('hex').slice(0, 12)

/** Thrown when another process holds a lock for longer than one waits for it. */
export class LockHeld extends Error {
  override name = 'LockHeld'
}

/**
 * Does work that only one process at a time may do, and waits for another one to end it. Each process shows itself by a
 * file of its own in the folder, and goes on only when it sees no other: what a killed process leaves is nobody's, and
 * can be taken away by anyone. The folder is made, and removed again when it is empty.
 */
export async function withLock<T>(
  folder: string,
  patience: number,
  work: () => Promise<T>,
): Promise<T> {
  const mine = `${process.pid}-${thisHost}-${randomBytes(6).toString('hex')}.lock`
  const until = performance.now() + patience
  for (;;) {
    show(folder, mine)
    const [other] = othersIn(folder, mine)
    if (other === undefined) break
    rmSync(join(folder, mine), { force: true })
    if (performance.now() > until) throw new LockHeld(`process ${Number.parseInt(other, 10)}`)
    await sleep(10 + Math.random() * 60)
  }
  try {
    return await work()
  } finally {
    rmSync(join(folder, mine), { force: true })
    try {
      rmdirSync(folder)
    } catch {
      // Another process has come, or what a failed one left is still needed.
    }
  }
}

function show(folder: string, name: string): void {
  for (let shown = false; !shown; ) {
    mkdirSync(folder, { recursive: true })
    try {
      closeSync(openSync(join(folder, name), 'wx'))
      shown = true
    } catch (error) {
      // Whoever held the lock has just removed the folder.
      if (!isMissing(error)) throw error
    }
  }
}

function othersIn(folder: string, mine: string): string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.lock') && name !== mine)
  return names.filter((name) => {
    if (isHeld(folder, name)) return true
    rmSync(join(folder, name), { force: true })
    return false
  })
}

function isHeld(folder: string, name: string): boolean {
  const [number, host] = name.split('-')
  try {
    if (Date.now() - statSync(join(folder, name)).mtimeMs > oldest) return false
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
  return host !== thisHost || isAlive(Number(number))
}

function isAlive(id: number): boolean {
  try {
    return process.kill(id, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
