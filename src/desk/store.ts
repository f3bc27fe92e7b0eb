import { type Desk, emptyDesk, parseDesk, writeDesk } from './desk.ts'

/** Why a desk is not as it should be: the browser keeps nothing, has no room left, or what it kept cannot be read. */
export type Trouble = 'refused' | 'full' | 'broken'

/** The desk of a reader, as this browser keeps it. */
export interface DeskStore {
  readonly desk: Desk
  readonly trouble: Trouble | undefined
  /** Changes the desk as it is now, also by other tabs, and keeps it. What cannot be kept is still there until the page closes. */
  change(make: (desk: Desk) => Desk): void
  /** Looks again at what is kept, and tells everyone who watches. */
  reload(): void
  /** Calls after every change, and says whether it was made in this tab. */
  watch(call: (here: boolean) => void): void
}

/** How the keys begin under which texts are set aside that could not be read. */
export const asideKeyOf = (key: string) => `${key} set aside `

/** Opens the desk that a storage keeps under a key. The storage is asked for each time, because asking may throw. */
export function openDesk(storage: () => Storage, key: string): DeskStore {
  const watchers: ((here: boolean) => void)[] = []
  /** Changes that the storage has not taken. */
  let pending: ((desk: Desk) => Desk)[] = []
  let desk = emptyDesk
  let trouble: Trouble | undefined

  /** Moves a text away, so that a new desk can be kept in its place. There may be no room for both. */
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
  /** Gives whether a desk can be written in the place of what is kept. */
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
      // Who has forgotten everything leaves nothing behind.
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
    change(make) {
      pending.push(make)
      if (load()) keep()
      tell(true)
    },
    reload() {
      load()
      tell(false)
    },
    watch: (call) => void watchers.push(call),
  }
}
