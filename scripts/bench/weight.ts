import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'

/** What a browser fetched. */
export interface Weight {
  requests: number
  /** Bytes as built, compressed by gzip, and by brotli. */
  raw: number
  gzip: number
  brotli: number
}

const packed = /\.(?:woff2|png|webp|avif|jpg|pack|pagefind|pf_\w+)$/

/** Weighs files of a built site. What is compressed already travels as it is. */
export function weigh(folder: string, files: readonly string[]): Weight {
  const weight: Weight = { requests: files.length, raw: 0, gzip: 0, brotli: 0 }
  for (const file of files) {
    const content = readFileSync(join(folder, file))
    weight.raw += content.length
    weight.gzip += packed.test(file) ? content.length : gzipSync(content).length
    weight.brotli += packed.test(file) ? content.length : brotliCompressSync(content).length
  }
  return weight
}

/** The files below `siteUrl` that a page fetches while `act` goes on, until the network is idle. */
export async function fetchedFiles(
  page: Page,
  siteUrl: string,
  act: () => Promise<unknown>,
): Promise<string[]> {
  const files: string[] = []
  const note = (request: { url(): string }) => {
    const path = request.url().split(/[?#]/)[0] ?? ''
    if (path.startsWith(siteUrl))
      files.push(path.slice(siteUrl.length).replace(/(^|\/)$/, '$1index.html'))
  }
  page.on('request', note)
  await act()
  await page.waitForLoadState('networkidle')
  page.off('request', note)
  return files
}
