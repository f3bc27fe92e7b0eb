/** Loads what a search needs first as soon as a reader reaches for a search field outside of the search page. */
export function warmUpFor(page: Document): void {
  page.addEventListener('focusin', ({ target }) => {
    const form = target instanceof HTMLInputElement && target.form
    const files = form ? form.dataset['warm'] : undefined
    if (!form || !files) return
    delete form.dataset['warm']
    // What fails here is told by the search itself.
    for (const file of files.split(' ')) fetch(file).catch(() => {})
  })
}
