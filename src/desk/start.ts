import { announce } from './announce.ts'
import { itemOf, startMarks, toggleMark } from './marks.ts'
import { keepVisited } from './offline/register.ts'
import { ownDesk } from './own.ts'

// The path is concatenated, so that Vite leaves out its preload helper of 1.7 kB.
const loadMore = (): Promise<typeof import('./on-demand.ts')> => import('./on-demand' + '.ts')

/** Moves the focus to the next or previous paper of a list. */
function walk(by: 1 | -1): boolean {
  const items = [...document.querySelectorAll<HTMLElement>('main li[data-entry]:not(.away)')]
  const at = items.findIndex((item) => item.contains(document.activeElement))
  const inSight = items.find((item) => item.getBoundingClientRect().top >= 0)
  const next = at < 0 ? inSight : items[at + by]
  next?.querySelector<HTMLElement>('.entry-title a')?.focus()
  return items.length > 0
}

const own = document.querySelector<HTMLElement>('.desk')

function mark(name: 'to-read' | 'read'): boolean {
  const item = itemOf(document.activeElement) ?? own
  if (item) toggleMark(item, name)
  return item !== null
}

const acts: Record<string, () => boolean> = {
  j: () => walk(1),
  k: () => walk(-1),
  t: () => mark('to-read'),
  r: () => mark('read'),
  '?': () => {
    void loadMore().then(({ showKeys }) => showKeys())
    return true
  },
}

/** Loads the rest for readers who have marked something. */
function loadForMarks(): void {
  const { marks, notes } = ownDesk.desk
  if (marks.size + notes.size > 0) void loadMore()
}

/** Starts the desk on a page, and gives its single-key shortcuts. */
export function startDesk() {
  const main = document.querySelector('main')
  if (main) startMarks(main)
  own?.querySelector('details')?.addEventListener('toggle', () => void loadMore())
  ownDesk.watch(loadForMarks)
  loadForMarks()
  const tell = (version: ServiceWorker) =>
    void loadMore().then(({ announceNewVersion }) => announceNewVersion(version))
  // The page works without storage.
  window.addEventListener('load', () => void keepVisited(tell).catch(() => {}))
  if (ownDesk.trouble === 'broken') announce()
  return {
    on: () => !ownDesk.desk.switched.has('no-keys'),
    press: (key: string) => !document.querySelector('dialog[open]') && (acts[key]?.() ?? false),
  }
}
