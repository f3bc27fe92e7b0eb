import { element } from './element.ts'

/** Saves a text as a file on the reader's device. */
export function saveFile(text: string, name: string, type: string): void {
  const blob = new Blob([text], { type: `${type};charset=utf-8` })
  const link = element('a', { href: URL.createObjectURL(blob), download: name })
  link.click()
  // The browser may still be reading the blob when the click returns.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
