import type { LoadFile } from './index-reader.ts'

/** Thrown when a part of the index cannot be loaded. */
export class UnreachableIndex extends Error {
  override name = 'UnreachableIndex'
}

/**
 * Loads the files of the index in a folder, given by its absolute address with a slash at its end. The tag stands for
 * the state of the index: as long as it stays, the browser may keep what it has.
 */
export function filesAt(folder: string, tag: string): LoadFile {
  return async (path) => {
    const address = `${folder}${path}?v=${tag}`
    const response = await fetch(address, { cache: 'force-cache' })
    if (!response.ok) throw new UnreachableIndex(`${address}: ${response.status}`)
    return new Uint8Array(await response.arrayBuffer())
  }
}
