import { openDesk } from './store.ts'

/** The storage key of this list's desk. Other lists on the same host have other keys. */
export const ownKey = `desk:${import.meta.env.BASE_URL}`

/** The desk of this list in this browser. */
export const ownDesk = openDesk(() => localStorage, ownKey)

window.addEventListener('storage', () => ownDesk.reload())
// A page that the browser restores from the back/forward cache has missed the changes of other tabs.
window.addEventListener('pageshow', ({ persisted }) => persisted && ownDesk.reload())
