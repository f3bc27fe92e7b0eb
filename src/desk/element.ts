/** A new element with properties and children. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children)
  return made
}

/** Saves a text as a file on the reader's device. */
export function saveFile(text: string, name: string): void {
  const link = element('a', {
    href: URL.createObjectURL(new Blob([text], { type: 'application/json' })),
    download: name,
  })
  link.click()
  // A browser may still be reading when the click returns.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
