// This is a separate module so that search loads nothing else of this folder in the browser.

/** A nearest neighbour: its index in the collection, and its cosine similarity, greater than 0 and at most 1. */
export type Neighbour = readonly [place: number, similarity: number]

/** BM25's inverse document frequency of a term that occurs in `count` texts. */
export function inverseDocumentFrequency(count: number, texts: number): number {
  return Math.log(1 + (texts - count + 0.5) / (count + 0.5))
}
