import { element } from './element.ts'

/** Downloads a text as a file. */
export function saveFile(text: string, name: string, type: string): void {
  const blob = new Blob([text], { type: `${type};charset=utf-8` })
  const link = element('a', { href: URL.createObjectURL(blob), download: name })
  link.click()
  // The browser may still read the blob after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
