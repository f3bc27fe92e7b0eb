/**
 * Remembers many words in few bytes (a Bloom filter): a word that was put in is always known, another one is taken for known
 * once in fifty times. @see https://doi.org/10.1145/362686.362692
 */
const bitsOfWord = 8
const hashes = 5

/** Whether a term is the stem of a common word that is spelt right. */
export type SpeltRight = (term: string) => boolean

/** Packs terms so that `readSpeltRight` knows them. */
export function writeSpeltRight(terms: ReadonlySet<string>): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(terms.size)
  for (const term of terms)
    for (const bit of bitsOf(term, bytes.length * bitsOfWord))
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (1 << (bit & 7))
  return bytes
}

/** Reads what `writeSpeltRight` wrote. */
export function readSpeltRight(bytes: Uint8Array): SpeltRight {
  const has = (bit: number) => ((bytes[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0
  return (term) => bytes.length > 0 && bitsOf(term, bytes.length * bitsOfWord).every(has)
}

function bitsOf(term: string, bits: number): number[] {
  const [first, second] = [hash(term, 0x811c9dc5), hash(term, 0x9747b28c) | 1]
  return Array.from({ length: hashes }, (_, at) => (first + Math.imul(at, second)) >>> 0).map(
    (number) => number % bits,
  )
}

/** 32 bits of a term (FNV-1a). */
function hash(term: string, seed: number): number {
  let number = seed
  for (let at = 0; at < term.length; at++)
    number = Math.imul(number ^ term.charCodeAt(at), 0x01000193)
  return number >>> 0
}
