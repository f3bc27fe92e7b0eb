import { element } from '../../browser/element.ts'
import { isHidden } from '../../desk/desk.ts'
import { ownDesk } from '../../desk/own.ts'
import type { Selectable } from '../../exports/select.ts'
import { papers } from '../../model/count.ts'
import { found } from '../../search/found.ts'

const main = document.querySelector('main')

/** The items of the papers in the page. */
const itemsInPage = () => [
  ...document.querySelectorAll<HTMLElement>('main li[data-entry]:not(.away)'),
]
const paperOf = (item: HTMLElement) => item.dataset['entry'] ?? ''

/** The papers that the page lists: those in it, or all that its search has found, without those that the reader hides. */
function listedPapers() {
  const ofSearch = found
  const inPage = itemsInPage().map(paperOf)
  if (!ofSearch) return { count: inPage.length, words: [], hiding: false, ids: async () => inPage }
  const ids = async () => (await ofSearch.ids()).filter((id) => !isHidden(ownDesk.desk, id))
  return { ...ofSearch, hiding: ownDesk.desk.switched.has('hide-read'), ids }
}

/** Calls a function whenever the listed papers change. */
function onListChange(call: () => void): void {
  document.addEventListener('found', call)
  const results = document.querySelector('main [data-results]')
  if (results)
    new MutationObserver(call).observe(results, {
      childList: true,
      subtree: true,
      attributeFilter: ['class'],
    })
}

/** The checkbox of a listed paper, created if needed. */
function boxOf(item: HTMLElement): HTMLInputElement {
  const known = item.querySelector<HTMLInputElement>('.pick input')
  if (known) return known
  const ariaLabel = `Select ${item.querySelector('a')?.textContent ?? ''}`
  const box = element('input', { type: 'checkbox', ariaLabel })
  item.prepend(element('label', { className: 'pick' }, box))
  return box
}

/** What the panel says that it exports, if no paper is ticked. */
function legendForAll(count: number, hiding: boolean): string {
  if (hiding)
    return `Of the ${papers(count)} found, those that you have not read; tick some to take only those`
  if (count === 1) return 'The paper that this page lists'
  return `The ${papers(count)} that this page lists; tick some to take only those`
}

/** What the panel says that it exports, if papers are ticked, of which the page does not show `away` now. */
function legendForTicked(count: number, away: number): string {
  const [them, some] = count === 1 ? ['it', 'it'] : ['them', `${away} of them`]
  return `Save ${them} as${away > 0 ? ` (the page does not show ${some} now)` : ''}`
}

/** Keeps an element at its place on the screen while a change resizes the content above it. */
function inPlace(element: Element | null, change: () => void): void {
  const before = element?.getBoundingClientRect().top ?? 0
  change()
  scrollBy({ top: (element?.getBoundingClientRect().top ?? 0) - before, behavior: 'instant' })
}

/** Starts an export panel: while it is open, papers can be ticked. It exports the ticked papers, or all listed ones if none is ticked. */
function enhance(panel: HTMLDetailsElement, form: HTMLFormElement): void {
  const summary = panel.querySelector('summary')
  const legend = form.querySelector('legend')
  const status = form.querySelector('[role=status]')
  const clear = form.querySelector<HTMLButtonElement>('button[type=button]')
  // A paper stays ticked when a filter or another search removes it from the page.
  const ticked = new Set<string>()
  const tell = (text: string) => {
    if (status) status.textContent = text
  }
  const show = () => {
    const { count, hiding } = listedPapers()
    const items = itemsInPage()
    const shown = new Set(items.map(paperOf))
    const away = [...ticked].filter((id) => !shown.has(id)).length
    const some = ticked.size > 0
    const picking = some || panel.open
    const selected = ticked.size === 1 ? '1 selected paper' : `${ticked.size} selected papers`
    if (summary) summary.textContent = some ? `Export ${selected}` : 'Export these papers'
    if (legend)
      legend.textContent = some ? legendForTicked(ticked.size, away) : legendForAll(count, hiding)
    form.hidden = !some && count === 0
    const foundNothing = found?.count === 0 && !main?.querySelector('[aria-busy]')
    panel.hidden = form.hidden && foundNothing
    if (clear) clear.hidden = !some
    // While papers are ticked, the panel stays visible along the whole list.
    panel.classList.toggle('taking', some)
    main?.classList.toggle('picking', picking)
    if (picking) for (const item of items) boxOf(item).checked = ticked.has(paperOf(item))
  }

  main?.addEventListener('change', ({ target }) => {
    const item = target instanceof Element && target.closest('.pick')?.closest('li')
    if (!item) return
    const id = paperOf(item)
    if (!ticked.delete(id)) ticked.add(id)
    tell('')
    inPlace(item, show)
  })
  clear?.addEventListener('click', () => {
    ticked.clear()
    tell('')
    inPlace(summary, show)
    summary?.focus()
  })
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const format = (event.submitter as HTMLButtonElement).value as Selectable
    try {
      const { savePapers } = await import('./save-papers.ts')
      const listed = listedPapers()
      const some = ticked.size > 0
      const ids = some ? ticked : new Set(await listed.ids())
      const list = form.dataset['export'] ?? ''
      const { saved, name } = await savePapers(ids, format, list, some ? [] : listed.words)
      tell(`${papers(saved)} saved as ${name}.`)
    } catch {
      tell('The list could not be fetched. Check the connection, then try again.')
    }
  })
  panel.addEventListener('toggle', () => inPlace(summary, show))
  onListChange(show)
  show()
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-export]')) {
  const panel = form.closest('details')
  if (panel) enhance(panel, form)
}
