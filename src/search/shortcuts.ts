/** Lets `/`, Ctrl-K and ⌘K put the cursor into the page's search field: the one in its main part, or else its header's. */
export function listenForShortcuts(page: Document): void {
  const field = () =>
    page.querySelector<HTMLInputElement>('main input[type="search"]') ??
    page.querySelector<HTMLInputElement>('input[type="search"]')
  page.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event
    const command = (ctrlKey || metaKey) && !altKey && !shiftKey && key.toLowerCase() === 'k'
    const writing =
      target instanceof HTMLElement &&
      (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
    const slash = key === '/' && !ctrlKey && !metaKey && !altKey && !writing
    const found = command || slash ? field() : undefined
    if (!found) return
    event.preventDefault()
    found.focus()
    found.select()
  })
}
