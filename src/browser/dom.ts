/** The element below `root` with the attribute `data-<name>`. Throws when it is missing or of another type. */
export function part<T extends Element>(root: ParentNode, name: string, type: new () => T): T {
  const element = root.querySelector(`[data-${name}]`)
  if (element instanceof type) return element
  throw new Error(`Unexpected page, expected an element with data-${name}.`)
}

/** Whether a click on a link opens it in this tab. */
export function opensHere({ ctrlKey, metaKey, shiftKey }: MouseEvent): boolean {
  return !ctrlKey && !metaKey && !shiftKey
}

/** Lets the arrow keys move the focus through the visible elements that match a selector. */
export function walkWithArrows(root: HTMLElement, stops: string): void {
  root.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const seen = [...root.querySelectorAll<HTMLElement>(stops)].filter((stop) =>
      stop.checkVisibility(),
    )
    const at = seen.findIndex((stop) => stop.matches(':focus'))
    const next = at < 0 ? undefined : seen[at + (event.key === 'ArrowDown' ? 1 : -1)]
    if (!next) return
    event.preventDefault()
    next.focus()
  })
}
