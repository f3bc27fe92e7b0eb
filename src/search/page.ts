import { debounce } from '../browser/debounce.ts'
import { part } from '../browser/dom.ts'
import { namesOf, offerOrders, openFacets, showCounts, showState } from './form.ts'
import { announceFound } from './found.ts'
import { fill } from './result-item.ts'
import type { Answer } from './search.ts'
import { addressOf, parseState } from './url-state.ts'
import { startView } from './view.ts'

/** How many results are shown at first and with each click on “more”, and the most that are shown: each is a file to load. */
const portions = { first: 10, more: 20, most: 500 }
/** The debounce delay before the URL is updated, in milliseconds. */
const addressPause = 300

/** Starts the search of a page. `root` is what `ListSearch.astro` renders; `list` is the whole list, if the page has it. */
export function startSearch(root: HTMLElement, list: HTMLElement | null): void {
  const total = part(root, 'total', HTMLElement)
  const title = document.title
  // Reference managers save every paper in the document, so only one of the two lists is ever in it.
  const place = document.createComment('the whole list')
  let last: Answer | undefined

  const view = startView(root, {
    first: portions.first,
    asking(address) {
      document.title = [...words(), title].join(' · ')
      offerOrders(form, field.value.trim() !== '')
      if (address) list?.replaceWith(place)
      else if (list) place.replaceWith(list)
    },
    answered(answer) {
      last = answer
      void count()
      const { length } = answer?.places ?? []
      const cut = shown() < length && `, the first ${shown()} of them`
      const all = length > portions.most ? `the first ${portions.most}` : `all ${length}`
      fill(root, {
        rest: cut !== false,
        whole: shown() < portions.most && [`Show ${all}`],
        printed: [[...namesOf(form), total.textContent].join(' · '), cut || ''],
      })
      // Zotero otherwise reads a page only once.
      document.dispatchEvent(new Event('ZoteroItemUpdated', { bubbles: true }))
      const ids = async () => answer?.ids() ?? []
      announceFound(address() ? { count: length, ids, words: words() } : undefined)
    },
  })
  const { form, field, shown } = view
  const address = () => addressOf(new FormData(form))
  const words = () => [field.value.trim(), ...namesOf(form)].filter(Boolean)
  /** Shows how many papers each value would leave, for the facets that are open. */
  const count = async () => {
    const answer = last
    try {
      const counts = await answer?.counts(openFacets(form))
      if (answer === last) showCounts(form, counts)
    } catch (error) {
      if (answer === last) view.fail(error)
    }
  }

  // The address follows what is typed; a finished query or a choice is a new step in the browser's history.
  let finished = ''
  const put = (how: 'pushState' | 'replaceState', search: string, most?: number) =>
    history[how](most ? { shown: most } : null, '', location.pathname + search)
  const typed = debounce(addressPause, () => put('replaceState', address()))
  const step = () => {
    typed.cancel()
    finished = address()
    if (finished !== location.search) put('pushState', finished)
  }
  const restore = () => {
    typed.cancel()
    showState(form, parseState(location.search))
    finished = address()
  }
  const shownBefore = (): number | undefined => history.state?.shown

  form.addEventListener('input', ({ target }) => {
    fill(form, { unknown: false })
    if (target === field) typed.soon()
    else step()
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    put('replaceState', finished)
    step()
    void view.show()
  })
  // `toggle` events don't bubble.
  form.addEventListener('toggle', count, { capture: true })
  root.addEventListener('click', async ({ target }) => {
    const on = (name: string) => target instanceof Element && target.closest(`[data-${name}]`)
    if (on('link')) typed.flush()
    if (on('clear')) {
      for (const box of form.querySelectorAll<HTMLInputElement>('fieldset :checked'))
        box.checked = false
      view.choose()
    }
    const most = on('more') ? shown() + portions.more : on('whole') && portions.most
    if (!most) return
    await view.extend(most)
    put('replaceState', location.search, shown())
  })
  window.addEventListener('popstate', () => {
    restore()
    void view.show(shownBefore())
  })
  // A browser may have restored the form after a reload; the URL overrides that.
  restore()
  if (finished) void view.show(shownBefore())
}
