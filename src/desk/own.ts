import { openDesk } from './store.ts'

/** Under which key this browser keeps the desk of this list. Lists below other paths of the same host have their own. */
export const ownKey = `desk:${import.meta.env.BASE_URL}`

/** The desk of this list in this browser. */
export const ownDesk = openDesk(() => localStorage, ownKey)

window.addEventListener('storage', () => ownDesk.reload())
// A page that the browser had put away has heard nothing meanwhile.
window.addEventListener('pageshow', ({ persisted }) => persisted && ownDesk.reload())
