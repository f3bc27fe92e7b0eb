// A module of its own, so that search loads nothing else of this folder in the browser.

/** A nearest neighbour: its index in the collection, and the cosine similarity, above 0 up to 1. */
export type Neighbour = readonly [place: number, likeness: number]

/** The inverse document frequency of BM25 for a term that is in `count` of the texts. */
export function inverseDocumentFrequency(count: number, texts: number): number {
  return Math.log(1 + (texts - count + 0.5) / (count + 0.5))
}
