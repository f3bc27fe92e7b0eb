import { part } from '../../browser/dom.ts'
import { element } from '../../browser/element.ts'
import { parseDesk } from '../../desk/desk.ts'
import { followRenames, keyList } from '../../desk/on-demand.ts'
import { ownDesk, ownKey } from '../../desk/own.ts'
import { asideKeyPrefix } from '../../desk/store.ts'
import { paperPath } from '../../model/page-path.ts'
import { startMove, tallyText } from './move-desk.ts'
import { startOffline } from './offline-desk.ts'

const base = import.meta.env.BASE_URL

async function fetchPage(address: string): Promise<Document> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`Unexpected status ${response.status}, expected 200.`)
  return new DOMParser().parseFromString(await response.text(), 'text/html')
}

/** Fetches the list, whose papers may be on several pages. Gives its items by paper id; none if a page cannot be fetched. */
async function fetchListItems(): Promise<Map<string, HTMLElement>> {
  try {
    const first = await fetchPage(`${base}papers/`)
    const parts = [...first.querySelectorAll<HTMLAnchorElement>('main .contents a')]
    const pages = [first, ...(await Promise.all(parts.map(({ href }) => fetchPage(href))))]
    for (const page of pages) followRenames(page)
    const items = pages.flatMap((page) => [...page.querySelectorAll<HTMLElement>('li[data-entry]')])
    return new Map(items.map((item) => [item.dataset['entry'] ?? '', document.adoptNode(item)]))
  } catch {
    return new Map()
  }
}

/** An item for a paper that the fetched pages do not have, or for any paper if they were not fetched. */
function itemWithoutFacts(id: string, fetched: boolean): HTMLElement {
  const link = element('a', { href: base + paperPath(id).slice(1) }, id.replaceAll('-', ' '))
  const item = element(
    'li',
    { className: 'entry' },
    element('p', { className: 'entry-title' }, link),
  )
  if (fetched) item.append(element('p', { className: 'entry-source' }, 'No longer on the list'))
  item.dataset['entry'] = id
  return item
}

/** Fills in the desk's own page, and updates it after every change. */
export async function startDeskPage(page: Document): Promise<void> {
  const root = part(page, 'desk', HTMLElement)
  const tally = part(root, 'tally', HTMLElement)
  const welcome = tally.textContent
  const lists = root.querySelectorAll<HTMLElement>('[data-group]')
  const isEmpty = () => ownDesk.desk.marks.size + ownDesk.desk.notes.size === 0
  let items = new Map<string, HTMLElement>()
  let fetched = false

  const itemFor = (id: string) => {
    const item = items.get(id) ?? itemWithoutFacts(id, fetched)
    items.set(id, item)
    item.querySelector('.entry-note')?.remove()
    const note = ownDesk.desk.notes.get(id)
    if (note) item.append(element('p', { className: 'entry-note' }, note))
    return item
  }
  /** Lists the papers under their marks, the latest first. */
  const showPapers = () => {
    const { marks, notes } = ownDesk.desk
    const ids = [...new Set([...notes.keys(), ...marks.keys()])].reverse()
    for (const list of lists) {
      const listed = ids.filter((id) => (marks.get(id) ?? 'noted') === list.dataset['group'])
      list.hidden = listed.length === 0
      list.querySelector('ul')?.replaceChildren(...listed.map(itemFor))
    }
  }
  const showTally = () => {
    tally.textContent = isEmpty() ? welcome : `${tallyText(ownDesk.desk)}.`
    part(root, 'filled', HTMLElement).hidden = isEmpty()
  }
  const fetchItems = async () => {
    if (fetched) return
    items = await fetchListItems()
    fetched = items.size > 0
    part(root, 'missing', HTMLElement).hidden = fetched
  }
  /** The present id of each of the list's papers, by its present and former ids. */
  const fetchIds = async () => {
    await fetchItems()
    return new Map(
      [...items].flatMap(([id, { dataset }]) =>
        [id, ...(dataset['former']?.split(' ') ?? [])].map((one) => [one, id] as const),
      ),
    )
  }
  const show = async () => {
    if (!isEmpty()) await fetchItems()
    showPapers()
    showTally()
  }

  startMove(part(root, 'move', HTMLElement), fetchIds, () => void show())
  void startOffline(part(root, 'offline', HTMLElement))
  part(root, 'keys', HTMLElement).append(...keyList())
  showSetAside(part(root, 'aside', HTMLElement))
  // A paper that is marked on this page stays in its place until the page is opened again.
  ownDesk.watch((isOwnChange) => (isOwnChange ? showTally() : void show()))
  await show()
}

/** The stored texts that could not be parsed as a desk, with their keys: those set aside, and one that could not be moved. */
function unreadableTexts(): [key: string, text: string][] {
  try {
    return Object.entries<string>(localStorage).filter(
      ([key, text]) =>
        key.startsWith(asideKeyPrefix(ownKey)) || (key === ownKey && !parseDesk(text)),
    )
  } catch {
    return []
  }
}

/** Lists the unreadable texts, each with a link to save it and a button to delete it. */
function showSetAside(root: HTMLElement): void {
  const texts = unreadableTexts()
  root.hidden = texts.length === 0
  root.querySelector('ul')?.replaceChildren(
    ...texts.map(([key, text]) => {
      const words = `Save ${text.length.toLocaleString('en')} characters`
      const href = `data:text/plain,${encodeURIComponent(text)}`
      const remove = element('button', { type: 'button' }, 'Delete')
      remove.addEventListener('click', () => {
        localStorage.removeItem(key)
        showSetAside(root)
      })
      return element(
        'li',
        {},
        element('a', { href, download: 'desk-set-aside.txt' }, words),
        remove,
      )
    }),
  )
}
