/** Lets the arrow keys walk from the field through the results and back; Escape returns to the field, and there empties it. */
export function walkWithKeys(
  root: HTMLElement,
  field: HTMLInputElement,
  emptied: () => void,
): void {
  root.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    const stops = [
      field,
      ...root.querySelectorAll<HTMLElement>(
        '[data-results] [data-link], [data-more]:not([hidden])',
      ),
    ]
    const at = stops.indexOf(document.activeElement as HTMLElement)
    if (at < 0) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)]
      if (!next) return
      event.preventDefault()
      next.focus()
    } else if (event.key === 'Escape') {
      if (at === 0 && field.value === '') return
      event.preventDefault()
      if (at === 0) {
        field.value = ''
        emptied()
      } else field.focus()
    }
  })
}
