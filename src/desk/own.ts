import { openDesk } from './store.ts'

/** The storage key of this list's desk. Lists below other paths of the same host have their own. */
export const ownKey = `desk:${import.meta.env.BASE_URL}`

/** The desk of this list in this browser. */
export const ownDesk = openDesk(() => localStorage, ownKey)

window.addEventListener('storage', () => ownDesk.reload())
// A page restored from the back/forward cache has missed the changes of other tabs.
window.addEventListener('pageshow', ({ persisted }) => persisted && ownDesk.reload())
