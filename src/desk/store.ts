import { type Desk, emptyDesk, parseDesk, writeDesk } from './desk.ts'

/** Why the desk could not be loaded or stored: the browser refuses storage, the storage is full, or the stored text is broken. */
export type StorageProblem = 'refused' | 'full' | 'broken'

/** The prefix of the storage keys under which unreadable texts are set aside. */
export const asideKeyPrefix = (key: string) => `${key} set aside `

/** Opens the desk that is stored under a key. `storage` is a function, because access to `localStorage` may throw. */
export function openDesk(storage: () => Storage, key: string) {
  const watchers: ((isOwnChange: boolean) => void)[] = []
  /** Changes that could not be stored yet. */
  let pending: ((desk: Desk) => Desk)[] = []
  let desk = emptyDesk
  let problem: StorageProblem | undefined

  /** Moves an unreadable text to another key, so that a new desk can be stored. There may be no space for two copies. */
  const setAside = (text: string) => {
    const store = storage()
    store.removeItem(key)
    try {
      store.setItem(asideKeyPrefix(key) + new Date().toISOString(), text)
    } catch (error) {
      store.setItem(key, text)
      throw error
    }
  }
  /** Loads the stored desk and applies the pending changes. Says whether the stored text may be overwritten. */
  const load = (): boolean => {
    let stored = emptyDesk
    let mayOverwrite = true
    try {
      const text = storage().getItem(key)
      const parsed = text === null ? emptyDesk : parseDesk(text)
      if (parsed) stored = parsed
      else if (text !== null) {
        problem = 'broken'
        setAside(text)
      }
    } catch {
      mayOverwrite = false
      problem ??= 'refused'
    }
    desk = pending.reduce((before, change) => change(before), stored)
    return mayOverwrite
  }
  const save = () => {
    try {
      // An erased desk leaves no key behind.
      if (desk === emptyDesk) storage().removeItem(key)
      else storage().setItem(key, writeDesk(desk))
      pending = []
      if (problem !== 'broken') problem = undefined
    } catch {
      problem = 'full'
    }
  }
  const notify = (isOwnChange: boolean) => {
    for (const watcher of watchers) watcher(isOwnChange)
  }
  load()

  return {
    get desk() {
      return desk
    },
    get problem() {
      return problem
    },
    /**
     * Loads the stored desk, which other tabs may have changed, applies a change, and stores the result. If storing fails, the
     * change lasts until the page is closed.
     */
    change(change: (desk: Desk) => Desk) {
      pending.push(change)
      if (load()) save()
      notify(true)
    },
    /** Loads the stored desk again, and calls the watchers. */
    reload() {
      load()
      notify(false)
    },
    /** Adds a function that is called after every change. `isOwnChange` says whether this tab made the change. */
    watch: (watcher: (isOwnChange: boolean) => void) => void watchers.push(watcher),
  }
}
