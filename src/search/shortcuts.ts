/** What other single keys do than `/`, which leads to the search. */
export interface SingleKeys {
  /** Whether the reader has left single keys on. */
  on(): boolean
  /** Does what a key stands for; gives whether it stands for anything here. */
  press(key: string): boolean
}

/**
 * Lets `/`, Ctrl-K and ⌘K lead to a page's own search, and open the search dialog over every other page. Until the dialog
 * has come, and where it cannot, what is typed goes into the page's plain search field.
 */
export function listenForShortcuts(page: Document, keys: SingleKeys): void {
  page.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event
    const command = (ctrlKey || metaKey) && !altKey && !shiftKey && key.toLowerCase() === 'k'
    const writing =
      target instanceof HTMLElement &&
      (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
    const single = !ctrlKey && !metaKey && !altKey && !writing && keys.on()
    if (single && keys.press(key)) return event.preventDefault()
    if (!command && !(single && key === '/')) return
    const own = page.querySelector<HTMLInputElement>('[data-search] input[type="search"]')
    const field =
      own ??
      page.querySelector<HTMLInputElement>('input[type="search"]:focus') ??
      page.querySelector<HTMLInputElement>('input[type="search"]')
    if (!field) return
    event.preventDefault()
    const before = page.activeElement
    field.focus({ preventScroll: !own })
    field.select()
    if (!own) loadDialog().then(({ openDialog }) => openDialog(field, before, command))
  })
}

// Put together, the path is followed by the bundler all the same, but Vite leaves out a loader of 1.7 kB for every page.
const loadDialog = (): Promise<typeof import('./dialog.ts')> => import('./dialog' + '.ts')

/** Loads what a search needs first as soon as a reader reaches for a search field outside of a page that searches, by pointer or by key. */
export function preloadSearch(page: Document): void {
  const warmUp = ({ target }: Event) => {
    const form = target instanceof HTMLInputElement && target.form
    const files = form ? form.dataset['warm'] : undefined
    if (!form || !files) return
    delete form.dataset['warm']
    // What fails here is told by the search itself.
    for (const file of files.split(' ')) fetch(file).catch(() => {})
  }
  page.addEventListener('pointerover', warmUp)
  page.addEventListener('focusin', warmUp)
}
