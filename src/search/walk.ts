/** Lets the arrow keys walk through the stops of a part of the page, which are asked for anew at each step. */
export function walkWithArrows(root: HTMLElement, stops: () => readonly HTMLElement[]): void {
  root.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const all = stops()
    const at = all.findIndex((stop) => stop.matches(':focus'))
    const next = at < 0 ? undefined : all[at + (event.key === 'ArrowDown' ? 1 : -1)]
    if (!next) return
    event.preventDefault()
    next.focus()
  })
}
