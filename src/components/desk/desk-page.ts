import { part } from '../../browser/dom.ts'
import { element } from '../../browser/element.ts'
import { saveFile } from '../../browser/save-file.ts'
import type { Desk } from '../../desk/desk.ts'
import { keyList } from '../../desk/key-help.ts'
import { ownDesk, ownKey } from '../../desk/own.ts'
import { followRenames } from '../../desk/renames.ts'
import { unreadableTexts } from '../../desk/unreadable.ts'
import { paperPath } from '../../model/page-path.ts'
import { startMove, tallyText } from './move-desk.ts'
import { startOffline } from './offline-desk.ts'

const base = import.meta.env.BASE_URL
const shelves = ['to-read', 'read', 'noted'] as const
type DeskShelf = (typeof shelves)[number]

const shelfOf = ({ marks }: Desk, id: string): DeskShelf => marks.get(id) ?? 'noted'

/** The items of the page of the whole list, by paper id; empty if the page cannot be fetched. */
async function listedItems(): Promise<Map<string, HTMLElement>> {
  const response = await fetch(`${base}papers/`).catch(() => undefined)
  if (!response?.ok) return new Map()
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  followRenames(page)
  const items = page.querySelectorAll<HTMLElement>('li[data-entry]')
  return new Map([...items].map((item) => [item.dataset['entry'] ?? '', document.adoptNode(item)]))
}

/** An item for a paper that is not on the list. */
function itemOfStranger(id: string, fetched: boolean): HTMLElement {
  const link = element('a', { href: base + paperPath(id).slice(1) }, id.replaceAll('-', ' '))
  const item = element(
    'li',
    { className: 'entry' },
    element('p', { className: 'entry-title' }, link),
  )
  if (fetched) item.append(element('p', { className: 'entry-source' }, 'Not on the list any more'))
  item.dataset['entry'] = id
  return item
}

/** Starts the desk's own page, and updates it after every change. */
export async function startDeskPage(page: Document): Promise<void> {
  const root = part(page, 'desk', HTMLElement)
  const tally = part(root, 'tally', HTMLElement)
  const welcome = tally.textContent
  const lists = shelves.map((name) => part(root, `shelf="${name}"`, HTMLElement))
  const isEmpty = () => ownDesk.desk.marks.size + ownDesk.desk.notes.size === 0
  let items = new Map<string, HTMLElement>()
  let fetched = false

  const itemFor = (id: string) => {
    const item = items.get(id) ?? itemOfStranger(id, fetched)
    items.set(id, item)
    item.querySelector('.entry-note')?.remove()
    const note = ownDesk.desk.notes.get(id)
    if (note) item.append(element('p', { className: 'entry-note' }, note))
    return item
  }
  /** Lists the papers by mark, latest first. */
  const sort = () => {
    const { desk } = ownDesk
    const ids = [...new Set([...desk.notes.keys(), ...desk.marks.keys()])].reverse()
    for (const [at, list] of lists.entries()) {
      const own = ids.filter((id) => shelfOf(desk, id) === shelves[at])
      list.hidden = own.length === 0
      list.querySelector('ul')?.replaceChildren(...own.map(itemFor))
    }
  }
  const count = () => {
    tally.textContent = isEmpty() ? welcome : `${tallyText(ownDesk.desk)}.`
    part(root, 'filled', HTMLElement).hidden = isEmpty()
  }
  const fetchItems = async () => {
    if (fetched) return
    items = await listedItems()
    fetched = items.size > 0
    part(root, 'missing', HTMLElement).hidden = fetched
  }
  /** The ids of the list's papers, by their present and former ids. */
  const ids = async () => {
    await fetchItems()
    return new Map(
      [...items].flatMap(([id, { dataset }]) =>
        [id, ...(dataset['former']?.split(' ') ?? [])].map((known) => [known, id] as const),
      ),
    )
  }
  const show = async () => {
    if (!isEmpty()) await fetchItems()
    sort()
    count()
  }

  startMove(part(root, 'move', HTMLElement), ids, () => void show())
  void startOffline(part(root, 'offline', HTMLElement))
  part(root, 'keys', HTMLElement).append(...keyList())
  showAside(part(root, 'aside', HTMLElement))
  // A paper that is marked here stays in its place until the page is opened again.
  ownDesk.watch((here) => (here ? count() : void show()))
  await show()
}

/** Offers unreadable texts as files. */
function showAside(root: HTMLElement): void {
  const aside = unreadableTexts(() => localStorage, ownKey)
  root.hidden = aside.length === 0
  root.querySelector('ul')?.replaceChildren(
    ...aside.map(([key, text]) => {
      const save = element(
        'button',
        { type: 'button' },
        `Save ${text.length.toLocaleString('en')} characters`,
      )
      const drop = element('button', { type: 'button' }, 'Delete')
      save.addEventListener('click', () => saveFile(text, 'desk-set-aside.txt', 'text/plain'))
      drop.addEventListener('click', () => {
        localStorage.removeItem(key)
        showAside(root)
      })
      return element('li', {}, save, ' ', drop)
    }),
  )
}
