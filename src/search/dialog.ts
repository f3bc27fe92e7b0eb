import { debounce, pauses } from './debounce.ts'
import { byFacet } from './filters.ts'
import { part } from './part.ts'
import { keepQuery } from './recent.ts'
import type { Answer } from './search.ts'
import { type SearchState, writeState } from './url-state.ts'
import { staysHere, viewOf, walkWithArrows } from './view.ts'

/** How many results are shown; the search page has the others. */
const most = 8

interface SearchDialog {
  element: HTMLDialogElement
  field: HTMLInputElement
  /** Begins with a query, which may be empty, and the cursor in the field. */
  start(query: string): void
}

let dialog: SearchDialog | undefined
let coming: Promise<SearchDialog> | undefined

/**
 * Opens the search dialog with what stands in a search field of the page, and gives the focus back to where it was
 * `before` once it closes. Where it is open, a `command` closes it and any other key leads to its field.
 */
export async function reach(
  field: HTMLInputElement,
  before: Element | null,
  command: boolean,
): Promise<void> {
  if (dialog?.element.open) {
    if (command) dialog.element.close()
    else dialog.field.focus()
    return
  }
  coming ??= make()
  dialog = await coming
  const { element, field: own, start } = dialog
  if (element.open) return
  const { value, selectionStart, selectionEnd } = field
  // The browser gives the focus back to what has it when the dialog opens.
  field.blur()
  if (before instanceof HTMLElement) before.focus({ preventScroll: true })
  element.showModal()
  start(value)
  own.setSelectionRange(selectionStart, selectionEnd)
  const giveBack = () => {
    field.value = own.value
  }
  element.addEventListener('close', giveBack, { once: true })
}

/** Makes the dialog from the page's template, and waits for its looks; without them it still searches. */
async function make(): Promise<SearchDialog> {
  const content = document.importNode(part(document, 'dialog', HTMLTemplateElement).content, true)
  const element = part(content, 'quick', HTMLDialogElement)
  const looks = part(content, 'looks', HTMLLinkElement)
  const loaded = new Promise((resolve) => {
    looks.onload = resolve
    looks.onerror = resolve
  })
  document.body.append(content)
  const search = quickSearch(element)
  closeByHand(element)
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing || search.field.value === '') return
    event.preventDefault()
    search.start('')
  })
  await loaded
  return { element, ...search }
}

/** Closes the dialog at its button, and at a click beside it that also began there. */
function closeByHand(element: HTMLDialogElement): void {
  let beside = false
  element.addEventListener('pointerdown', ({ target }) => {
    beside = target === element
  })
  element.addEventListener('click', ({ target }) => {
    if (beside && target === element) element.close()
  })
  part(element, 'close', HTMLButtonElement).addEventListener('click', () => element.close())
}

/** Brings the search in the dialog to life: no filters and no addresses of its own, but a way on to the search page. */
function quickSearch(root: HTMLElement): Pick<SearchDialog, 'field' | 'start'> {
  const form = part(root, 'form', HTMLFormElement)
  const field = part(root, 'field', HTMLInputElement)
  const results = part(root, 'outcome', HTMLElement)
  const all = part(root, 'all', HTMLAnchorElement)
  const page = new URL(form.action).pathname
  let exact = false
  const state = (): SearchState => ({
    query: field.value,
    chosen: byFacet(() => []),
    order: 'relevance',
    exact,
  })
  const ask = () => {
    typed.cancel()
    results.scrollTop = 0
    void view.show(state())
  }
  const typed = debounce(pauses.results, ask)
  const start = (query: string) => {
    field.value = query
    exact = false
    field.focus()
    view.prepare()
    ask()
  }
  const view = viewOf(root, {
    field,
    page,
    most,
    choose: start,
    again() {
      field.focus()
      ask()
    },
    changed(reply) {
      const found = reply && reply.answer.places.length > 0
      all.hidden = !found
      if (!found) return
      all.textContent = onward(reply.answer)
      all.href = page + writeState(reply.state)
    },
  })

  field.addEventListener('input', () => {
    exact = false
    typed.soon()
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    keepQuery(field.value)
    location.assign(page + writeState(state()))
  })
  root.addEventListener('click', (event) => {
    const { target } = event
    if (!(target instanceof Element)) return
    if (target.closest('[data-link], [data-all]')) keepQuery(field.value)
    if (target.closest('[data-empty]')) start('')
    if (target.closest('[data-typed]') && staysHere(event)) {
      event.preventDefault()
      exact = true
      field.focus()
      ask()
    }
  })
  walkWithArrows(root, () => {
    const links = '[data-example], [data-results] [data-link], [data-all]'
    const stops = [field, ...root.querySelectorAll<HTMLElement>(links)]
    return stops.filter((stop) => stop.checkVisibility())
  })
  return { field, start }
}

/** The name of the link from the best results to all of them on the search page. */
function onward({ places: { length }, near }: Pick<Answer, 'places' | 'near'>): string {
  const count = length.toLocaleString('en')
  if (near) return `All ${count} that come near, with filters`
  return length === 1 ? 'The one result, with filters' : `All ${count} results, with filters`
}
