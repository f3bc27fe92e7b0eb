// Apart from the rest, so that a page that only searches loads no more than this.

/** Something like another: its place in the collection, and the cosine between the two, above 0 up to 1. */
export type Neighbour = readonly [place: number, likeness: number]

/** How much it tells that a term stands in so many of the texts (the inverse document frequency of BM25). */
export function inverseDocumentFrequency(count: number, texts: number): number {
  return Math.log(1 + (texts - count + 0.5) / (count + 0.5))
}
