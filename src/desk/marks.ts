import { element } from '../browser/element.ts'
import { announce } from './announce.ts'
import { isHidden, type Mark, withMark, withSwitch } from './desk.ts'
import { ownDesk } from './own.ts'

const names: Record<Mark, string> = { 'to-read': 'To read', read: 'Read' }
const announcements: Record<Mark, string> = { 'to-read': 'Marked to read', read: 'Marked as read' }

/** The list item, or the desk of a paper's page, that contains an element. */
export const itemOf = (inner: Element | null): HTMLElement | null =>
  inner?.closest<HTMLElement>('main [data-entry]') ?? null

const idOf = (item: HTMLElement) => item.dataset['entry'] ?? ''
const titleOf = (item: HTMLElement) => item.querySelector('.entry-title a')?.textContent ?? ''
const itemsOf = (root: ParentNode) => [...root.querySelectorAll<HTMLElement>('main [data-entry]')]

/** Toggles a mark on the paper of an item. */
export function toggleMark(item: HTMLElement, mark: Mark): void {
  const on = ownDesk.desk.marks.get(idOf(item)) !== mark
  ownDesk.change((desk) => withMark(desk, idOf(item), on ? mark : undefined))
  const title = titleOf(item) || document.querySelector('h1')?.textContent
  announce(`${on ? announcements[mark] : 'Mark removed'}: ${title}`)
}

/** Adds mark buttons to an item. */
function addMarks(item: HTMLElement): void {
  const title = titleOf(item)
  const buttons = (Object.keys(names) as Mark[]).map((mark) => {
    const button = element('button', { type: 'button' }, names[mark])
    button.dataset['mark'] = mark
    if (title) button.ariaLabel = `${names[mark]}: ${title}`
    return button
  })
  item.append(element('p', { className: 'marks' }, ...buttons))
}

/**
 * Shows the mark of a paper in its item. Hides or shows the item only if it is new or `update` is set, so that no item disappears
 * under the pointer when it is marked.
 */
function showMark(item: HTMLElement, update: boolean): void {
  const mark = ownDesk.desk.marks.get(idOf(item))
  const isNew = !item.querySelector('.marks')
  if (isNew) addMarks(item)
  for (const button of item.querySelectorAll<HTMLElement>('[data-mark]'))
    button.ariaPressed = String(button.dataset['mark'] === mark)
  item.classList.toggle('is-read', mark === 'read')
  if (isNew || update) item.classList.toggle('away', !onDesk && isHidden(ownDesk.desk, idOf(item)))
}

/** Whether this is the desk's own page, where nothing is hidden. */
const onDesk = document.querySelector('[data-desk]') !== null
const tally = element('span', {})
const hide = element('button', { type: 'button' })
const bar = element('p', { className: 'desk-bar' }, tally, ' ', hide)

/** Shows above a list how many of its papers are read. */
function showBar(items: readonly HTMLElement[]): void {
  const read = items.filter((item) => item.classList.contains('is-read')).length
  const section = items[0]?.closest('section')
  bar.hidden = read === 0 || onDesk
  if (!section || bar.hidden) return
  tally.textContent = section.closest('[data-results]')
    ? `${read} read`
    : `${read} of ${items.length} read`
  hide.textContent = ownDesk.desk.switched.has('hide-read') ? 'Show read' : 'Hide read'
  if (bar.parentElement !== section) section.firstElementChild?.after(bar)
}

function show(update: boolean): void {
  const items = itemsOf(document)
  for (const item of items) showMark(item, update)
  showBar(items.filter(({ tagName }) => tagName === 'LI'))
}

/** Adds mark buttons to all papers of a page, including those added later, and shows their marks. */
export function startMarks(main: HTMLElement): void {
  main.addEventListener('click', ({ target }) => {
    const button = target instanceof Element && target.closest<HTMLElement>('[data-mark]')
    const item = button && itemOf(button)
    if (item) toggleMark(item, button.dataset['mark'] as Mark)
  })
  hide.addEventListener('click', () => {
    const on = !ownDesk.desk.switched.has('hide-read')
    ownDesk.change((desk) => withSwitch(desk, 'hide-read', on))
    show(true)
    announce(on ? 'What you have read is hidden.' : 'What you have read is shown.')
  })
  ownDesk.watch(() => show(false))
  new MutationObserver((changes) => {
    if (changes.some(({ addedNodes }) => [...addedNodes].some(containsItem))) show(false)
  }).observe(main, { childList: true, subtree: true })
  show(true)
}

const containsItem = (node: Node) =>
  node instanceof Element && (node.matches('[data-entry]') || node.querySelector('[data-entry]'))
