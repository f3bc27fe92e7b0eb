import { element } from '../../browser/element.ts'
import { isHidden } from '../../desk/desk.ts'
import { ownDesk } from '../../desk/own.ts'
import type { Selectable } from '../../exports/select.ts'
import { papers } from '../../model/count.ts'
import { found } from '../../search/found.ts'

const main = document.querySelector('main')

/** The items of the papers on the page. */
const itemsInPage = () => [
  ...document.querySelectorAll<HTMLElement>('main li[data-entry]:not(.away)'),
]
const paperOf = (item: HTMLElement) => item.dataset['entry'] ?? ''

/** The papers that the page lists: all results of its search, or else those on the page, in both cases without hidden ones. */
function listedPapers() {
  const results = found
  const inPage = itemsInPage().map(paperOf)
  if (!results)
    return { count: inPage.length, words: [], hidesRead: false, ids: async () => inPage }
  const ids = async () => (await results.ids()).filter((id) => !isHidden(ownDesk.desk, id))
  return { ...results, hidesRead: ownDesk.desk.switched.has('hide-read'), ids }
}

/** Calls a function whenever the listed papers change. */
function onListChange(listener: () => void): void {
  document.addEventListener('found', listener)
  const list = document.querySelector('main [data-results]')
  if (list)
    new MutationObserver(listener).observe(list, {
      childList: true,
      subtree: true,
      attributeFilter: ['class'],
    })
}

/** The checkbox of a listed paper, which is created if it is missing. */
function boxOf(item: HTMLElement): HTMLInputElement {
  const existing = item.querySelector<HTMLInputElement>('.pick input')
  if (existing) return existing
  const ariaLabel = `Select ${item.querySelector('a')?.textContent ?? ''}`
  const box = element('input', { type: 'checkbox', ariaLabel })
  item.prepend(element('label', { className: 'pick' }, box))
  return box
}

/** The legend of the panel if no paper is ticked, so that it exports all. */
function legendForAll(count: number, hidesRead: boolean): string {
  if (hidesRead)
    return `Of the ${papers(count)} found, those that you have not read; tick some to save only those`
  if (count === 1) return 'The paper that this page lists'
  return `The ${papers(count)} that this page lists; tick some to save only those`
}

/** The legend of the panel if papers are ticked. `hidden` says how many of them the page does not show now. */
function legendForTicked(count: number, hidden: number): string {
  const [them, some] = count === 1 ? ['it', 'it'] : ['them', `${hidden} of them`]
  return `Save ${them} as${hidden > 0 ? ` (the page does not show ${some} now)` : ''}`
}

/** Makes a change that resizes the content above an element, and scrolls so that the element stays at its place on the screen. */
function keepInPlace(element: Element | null, change: () => void): void {
  const before = element?.getBoundingClientRect().top ?? 0
  change()
  scrollBy({ top: (element?.getBoundingClientRect().top ?? 0) - before, behavior: 'instant' })
}

/** Starts an export panel. While it is open, papers can be ticked. It exports the ticked papers, or all listed ones if none is ticked. */
function startPanel(panel: HTMLDetailsElement, form: HTMLFormElement): void {
  const summary = panel.querySelector('summary')
  const legend = form.querySelector('legend')
  const status = form.querySelector('[role=status]')
  const clear = form.querySelector<HTMLButtonElement>('button[type=button]')
  // A paper stays ticked when a filter or another search removes it from the page.
  const ticked = new Set<string>()
  const say = (text: string) => {
    if (status) status.textContent = text
  }
  const show = () => {
    const { count, hidesRead } = listedPapers()
    const items = itemsInPage()
    const shown = new Set(items.map(paperOf))
    const hidden = [...ticked].filter((id) => !shown.has(id)).length
    const hasTicked = ticked.size > 0
    const picking = hasTicked || panel.open
    const selected = ticked.size === 1 ? '1 selected paper' : `${ticked.size} selected papers`
    if (summary) summary.textContent = hasTicked ? `Export ${selected}` : 'Export these papers'
    if (legend)
      legend.textContent = hasTicked
        ? legendForTicked(ticked.size, hidden)
        : legendForAll(count, hidesRead)
    form.hidden = !hasTicked && count === 0
    const foundNothing = found?.count === 0 && !main?.querySelector('[aria-busy]')
    panel.hidden = form.hidden && foundNothing
    if (clear) clear.hidden = !hasTicked
    // While papers are ticked, the panel stays visible along the whole list.
    panel.classList.toggle('has-ticked', hasTicked)
    main?.classList.toggle('picking', picking)
    if (picking) for (const item of items) boxOf(item).checked = ticked.has(paperOf(item))
  }

  main?.addEventListener('change', ({ target }) => {
    const item = target instanceof Element && target.closest('.pick')?.closest('li')
    if (!item) return
    const id = paperOf(item)
    if (!ticked.delete(id)) ticked.add(id)
    say('')
    keepInPlace(item, show)
  })
  clear?.addEventListener('click', () => {
    ticked.clear()
    say('')
    keepInPlace(summary, show)
    summary?.focus()
  })
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const format = (event.submitter as HTMLButtonElement).value as Selectable
    try {
      const { savePapers } = await import('./save-papers.ts')
      const listed = listedPapers()
      const [ids, words] = ticked.size > 0 ? [ticked, []] : [await listed.ids(), listed.words]
      const list = form.dataset['export'] ?? ''
      const { saved, name } = await savePapers(new Set(ids), format, list, words)
      say(`${papers(saved)} saved as ${name}.`)
    } catch {
      say('The list could not be fetched. Check the connection, then try again.')
    }
  })
  panel.addEventListener('toggle', () => keepInPlace(summary, show))
  onListChange(show)
  show()
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-export]')) {
  const panel = form.closest('details')
  if (panel) startPanel(panel, form)
}
