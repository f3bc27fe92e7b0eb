import { type Desk, emptyDesk, parseDesk, writeDesk } from './desk.ts'

/** What is wrong with a desk: the browser refuses storage, storage is full, or the stored text cannot be read. */
export type Trouble = 'refused' | 'full' | 'broken'

/** The prefix of the storage keys for texts that could not be read. */
export const asideKeyOf = (key: string) => `${key} set aside `

/** Opens the desk under a storage key. `storage` is a function, because access to `localStorage` may throw. */
export function openDesk(storage: () => Storage, key: string) {
  const watchers: ((here: boolean) => void)[] = []
  /** Changes that could not be stored yet. */
  let pending: ((desk: Desk) => Desk)[] = []
  let desk = emptyDesk
  let trouble: Trouble | undefined

  /** Moves a text to another key, so that a new desk can be stored. There may be no room for two copies. */
  const setAside = (text: string) => {
    const store = storage()
    store.removeItem(key)
    try {
      store.setItem(asideKeyOf(key) + new Date().toISOString(), text)
    } catch (error) {
      store.setItem(key, text)
      throw error
    }
  }
  /** Loads the stored desk with pending changes; gives whether it is safe to overwrite the stored text. */
  const load = (): boolean => {
    let kept = emptyDesk
    let safe = true
    try {
      const text = storage().getItem(key)
      const read = text === null ? emptyDesk : parseDesk(text)
      if (read) kept = read
      else if (text !== null) {
        trouble = 'broken'
        setAside(text)
      }
    } catch {
      safe = false
      trouble ??= 'refused'
    }
    desk = pending.reduce((before, make) => make(before), kept)
    return safe
  }
  const keep = () => {
    try {
      // Erasing the desk leaves no key behind.
      if (desk === emptyDesk) storage().removeItem(key)
      else storage().setItem(key, writeDesk(desk))
      pending = []
      if (trouble !== 'broken') trouble = undefined
    } catch {
      trouble = 'full'
    }
  }
  const tell = (here: boolean) => {
    for (const call of watchers) call(here)
  }
  load()

  return {
    get desk() {
      return desk
    },
    get trouble() {
      return trouble
    },
    /** Reads the stored desk, which other tabs may have changed, applies a change and stores it. If storing fails, the change lasts until the page closes. */
    change(make: (desk: Desk) => Desk) {
      pending.push(make)
      if (load()) keep()
      tell(true)
    },
    /** Reads the stored desk again, and calls the watchers. */
    reload() {
      load()
      tell(false)
    },
    /** Calls a function after every change; `here` says whether this tab made it. */
    watch: (call: (here: boolean) => void) => void watchers.push(call),
  }
}
