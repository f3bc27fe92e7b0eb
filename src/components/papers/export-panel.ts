import type { Selectable } from '../../exports/select.ts'
import { papers } from '../../model/count.ts'
import { exportPapers } from './export-papers.ts'
import { exportWords } from './export-words.ts'
import { foundNothing, listedItems, listedPapers, onListChange, paperOf } from './listed-papers.ts'
import { startSelection } from './selection.ts'

/** Keeps an element where the reader sees it, while a change makes what stands above it taller or shorter. */
function inPlace(element: Element | null, change: () => void): void {
  const before = element?.getBoundingClientRect().top ?? 0
  change()
  scrollBy({ top: (element?.getBoundingClientRect().top ?? 0) - before, behavior: 'instant' })
}

/** Brings an export panel to life: open, it lets papers be ticked; what is ticked, or else what is shown, it exports. */
function enhance(panel: HTMLDetailsElement, form: HTMLFormElement): void {
  const main = document.querySelector('main')
  const summary = panel.querySelector('summary')
  const legend = form.querySelector('legend')
  const status = form.querySelector('[role=status]')
  const clear = form.querySelector<HTMLButtonElement>('button[type=button]')
  const tell = (text: string) => {
    if (status) status.textContent = text
  }
  const show = () => {
    const shown = new Set(listedItems().map(paperOf))
    const away = [...selection.ids].filter((id) => !shown.has(id)).length
    const { count, hiding } = listedPapers()
    const words = exportWords(count, selection.ids.size, away, hiding)
    if (summary) summary.textContent = words.summary
    if (legend) legend.textContent = words.legend
    const some = selection.ids.size > 0
    form.hidden = !some && count === 0
    panel.hidden = form.hidden && foundNothing()
    if (clear) clear.hidden = !some
    // While some are ticked, the panel stays in reach of the whole list.
    panel.classList.toggle('taking', some)
    const picking = some || panel.open
    if (picking) selection.offer()
    main?.classList.toggle('picking', picking)
  }
  const selection = startSelection((item) => {
    tell('')
    inPlace(item ?? summary, show)
  })

  clear?.addEventListener('click', () => {
    selection.clear()
    summary?.focus()
  })
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const format = (event.submitter as HTMLButtonElement).value as Selectable
    try {
      const listed = listedPapers()
      const some = selection.ids.size > 0
      const ids = some ? selection.ids : new Set(await listed.ids())
      const words = some ? [] : listed.words
      const { saved, name } = await exportPapers(ids, format, form.dataset['export'] ?? '', words)
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
