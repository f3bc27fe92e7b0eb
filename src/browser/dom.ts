/** The first element below `root` with the attribute `data-<name>`. Throws when it is missing or has another type. */
export function part<T extends Element>(root: ParentNode, name: string, type: new () => T): T {
  const element = root.querySelector(`[data-${name}]`)
  if (element instanceof type) return element
  throw new Error(`Unexpected page, expected an element with data-${name}.`)
}

/** Whether a click on a link opens it in this tab. */
export function opensHere({ ctrlKey, metaKey, shiftKey }: MouseEvent): boolean {
  return !ctrlKey && !metaKey && !shiftKey
}

/** Makes the arrow keys move the focus between the visible elements that match a selector. */
export function moveFocusWithArrows(root: HTMLElement, selector: string): void {
  root.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const visible = [...root.querySelectorAll<HTMLElement>(selector)].filter((one) =>
      one.checkVisibility(),
    )
    const at = visible.findIndex((one) => one.matches(':focus'))
    const next = at < 0 ? undefined : visible[at + (event.key === 'ArrowDown' ? 1 : -1)]
    if (!next) return
    event.preventDefault()
    next.focus()
  })
}
