import { debounce } from '../browser/debounce.ts'
import { part } from '../browser/dom.ts'
import { byFacet } from './filters.ts'
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
  const form = part(root, 'form', HTMLFormElement)
  const field = part(form, 'field', HTMLInputElement)
  const total = part(form, 'total', HTMLElement)
  const title = document.title
  const address = () => addressOf(new FormData(form))
  const words = () => [field.value.trim(), ...namesOf(form)].filter(Boolean)

  // The address follows what is typed; a finished query or a choice is a new step in the browser's history.
  let finished = ''
  const put = (how: 'pushState' | 'replaceState', search: string, shown?: number) =>
    history[how](shown ? { shown } : null, '', location.pathname + search)
  const typed = debounce(addressPause, () => put('replaceState', address()))
  const step = () => {
    typed.cancel()
    finished = address()
    if (finished !== location.search) put('pushState', finished)
  }
  /** Shows the state of the address in the form; gives how many results were shown. */
  const restore = (): number | undefined => {
    typed.cancel()
    showState(form, parseState(location.search))
    finished = address()
    return history.state?.shown
  }
  form.addEventListener('input', ({ target }) => {
    fill(form, { unknown: false })
    if (target === field) typed.schedule()
    else step()
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    put('replaceState', finished)
    step()
    void view.show()
  })
  window.addEventListener('popstate', () => void view.show(restore()))

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
      const shown = view.shown()
      const rest = shown < length
      const all = length > portions.most ? `the first ${portions.most}` : `all ${length}`
      const said = [...namesOf(form), total.textContent].join(' · ')
      fill(root, {
        rest,
        whole: shown < portions.most && [`Show ${all}`],
        printed: [rest ? `${said}, the first ${shown} of them` : said],
      })
      // Zotero otherwise reads a page only once.
      document.dispatchEvent(new Event('ZoteroItemUpdated', { bubbles: true }))
      const ids = async () => answer?.ids() ?? []
      announceFound(address() ? { count: length, ids, words: words() } : undefined)
    },
  })
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
  // `toggle` events don't bubble.
  form.addEventListener('toggle', count, { capture: true })
  root.addEventListener('click', async ({ target }) => {
    const on = (name: string) => target instanceof Element && target.closest(`[data-${name}]`)
    if (on('link')) typed.flush()
    if (on('clear')) {
      showState(form, { ...parseState(address()), chosen: byFacet(() => []) })
      view.choose()
    }
    const most = on('more') ? view.shown() + portions.more : on('whole') && portions.most
    if (!most) return
    await view.extend(most)
    put('replaceState', location.search, view.shown())
  })

  // A browser may have restored the form after a reload; the URL overrides that.
  const shown = restore()
  if (finished) void view.show(shown)
}
