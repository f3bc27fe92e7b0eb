/** The single-key shortcuts other than `/`. */
export interface SingleKeys {
  /** Whether single-key shortcuts are on. */
  on(): boolean
  /** Runs a key's action; gives whether it has one on this page. */
  press(key: string): boolean
}

/**
 * Makes `/`, Ctrl-K and ⌘K focus a search page's own field, and open the search dialog on every other page. Until the dialog
 * has loaded, and if it can't, typing goes into the page's plain search field.
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
    const own = page.querySelector<HTMLInputElement>('main [data-search] input[type="search"]')
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

// The bundler still resolves the concatenated path, but Vite leaves its preload helper of 1.7 kB out of every page.
const loadDialog = (): Promise<typeof import('./dialog.ts')> => import('./dialog' + '.ts')

/** Preloads the first files of a search when a reader points at or focuses a search field outside the search page. */
export function preloadSearch(page: Document): void {
  const warmUp = ({ target }: Event) => {
    const form = target instanceof HTMLInputElement && target.form
    const files = form ? form.dataset['warm'] : undefined
    if (!form || !files) return
    delete form.dataset['warm']
    // The search itself reports errors.
    for (const file of files.split(' ')) fetch(file).catch(() => {})
  }
  page.addEventListener('pointerover', warmUp)
  page.addEventListener('focusin', warmUp)
}
