import type { Posting } from './inverted.ts'

/** Writes postings of several terms: the distances between places, then the impacts, then the scopes; each alike compresses well together. */
export function writePostings(lists: readonly (readonly Posting[])[]): Uint8Array<ArrayBuffer> {
  const distances: number[] = []
  for (const list of lists) {
    let last = -1
    for (const { place } of list) {
      writeNumber(distances, place - last - 1)
      last = place
    }
  }
  const all = lists.flat()
  return new Uint8Array([
    ...distances,
    ...all.map(({ impact }) => impact),
    ...all.map(({ scopes }) => scopes),
  ])
}

/** Reads what `writePostings` wrote. `counts` are how many postings each term has. Throws when the bytes are of another count. */
export function readPostings(bytes: Uint8Array, counts: readonly number[]): Posting[][] {
  let at = 0
  const places = counts.map((count) => {
    let last = -1
    return Array.from({ length: count }, () => {
      let distance = 0
      for (let shift = 0; ; shift += 7) {
        const byte = bytes[at] ?? 0
        at += 1
        distance += (byte & 127) * 2 ** shift
        if (byte < 128) break
      }
      last += distance + 1
      return last
    })
  })
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (bytes.length !== at + 2 * total)
    throw new Error(`Unexpected ${bytes.length} bytes of postings, expected ${at + 2 * total}.`)
  return places.map((list) =>
    list.map((place) => {
      const posting = { place, impact: bytes[at] ?? 0, scopes: bytes[at + total] ?? 0 }
      at += 1
      return posting
    }),
  )
}

function writeNumber(bytes: number[], number: number): void {
  let rest = number
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128)
  bytes.push(rest)
}
