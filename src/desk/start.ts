import { announce } from './announce.ts'
import type { Mark } from './desk.ts'
import { itemOf, startMarks, toggleMark } from './marks.ts'
import { registerWorker } from './offline/register.ts'
import { ownDesk } from './own.ts'

// The bundler still resolves the concatenated path, but Vite leaves its preload helper of 1.7 kB out of every page.
const loadMore = (): Promise<typeof import('./on-demand.ts')> => import('./on-demand' + '.ts')

/** Moves the focus to the next or previous paper of a list. Says whether the page has one. */
function moveFocus(by: 1 | -1): boolean {
  const items = [...document.querySelectorAll<HTMLElement>('main li[data-entry]:not(.away)')]
  const at = items.findIndex((item) => item.contains(document.activeElement))
  const inView = items.find((item) => item.getBoundingClientRect().top >= 0)
  const next = at < 0 ? inView : items[at + by]
  next?.querySelector<HTMLElement>('.entry-title a')?.focus()
  return items.length > 0
}

/** The desk of a paper's page. */
const deskOfPage = document.querySelector<HTMLElement>('.desk')

/** Toggles a mark on the focused paper, or on the paper of the page. Says whether there is one. */
function markFocused(name: Mark): boolean {
  const item = itemOf(document.activeElement) ?? deskOfPage
  if (item) toggleMark(item, name)
  return item !== null
}

const actions: Record<string, () => boolean> = {
  j: () => moveFocus(1),
  k: () => moveFocus(-1),
  t: () => markFocused('to-read'),
  r: () => markFocused('read'),
  '?': () => {
    void loadMore().then(({ showKeys }) => showKeys())
    return true
  },
}

/** Loads the code on demand if the reader has marked or noted something. */
function loadIfUsed(): void {
  const { marks, notes } = ownDesk.desk
  if (marks.size + notes.size > 0) void loadMore()
}

/** Starts the desk on a page. Gives its single-key shortcuts. */
export function startDesk() {
  const main = document.querySelector('main')
  if (main) startMarks(main)
  deskOfPage?.querySelector('details')?.addEventListener('toggle', () => void loadMore())
  ownDesk.watch(loadIfUsed)
  loadIfUsed()
  const onNewVersion = (version: ServiceWorker) =>
    void loadMore().then(({ announceNewVersion }) => announceNewVersion(version))
  // The page works without a service worker.
  window.addEventListener('load', () => void registerWorker(onNewVersion).catch(() => {}))
  if (ownDesk.problem === 'broken') announce()
  return {
    on: () => !ownDesk.desk.switched.has('no-keys'),
    press: (key: string) => !document.querySelector('dialog[open]') && (actions[key]?.() ?? false),
  }
}
