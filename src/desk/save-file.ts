import { element } from './element.ts'

/** Saves a text as a file on the reader's device. */
export function saveFile(text: string, name: string, type = 'application/json'): void {
  const link = element('a', {
    href: URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` })),
    download: name,
  })
  link.click()
  // A browser may still be reading when the click returns.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
