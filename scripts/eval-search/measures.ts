/** How deep results are looked at. */
export const depth = 10

const gain = (grade: number) => 2 ** grade - 1
const discount = (rank: number) => 1 / Math.log2(rank + 2)

/** Normalized discounted cumulative gain of the first ten: 1 when the order could not be better. @see https://doi.org/10.1145/582415.582418 */
export function ndcg(ids: readonly string[], relevant: Readonly<Record<string, number>>): number {
  const sum = (grades: readonly number[]) =>
    grades.slice(0, depth).reduce((all, grade, rank) => all + gain(grade) * discount(rank), 0)
  const ideal = sum(Object.values(relevant).sort((a, b) => b - a))
  return ideal > 0 ? sum(ids.map((id) => relevant[id] ?? 0)) / ideal : 0
}

/** One divided by the rank of the first relevant result among the first ten; 0 when there is none. */
export function reciprocalRank(
  ids: readonly string[],
  relevant: Readonly<Record<string, number>>,
): number {
  const at = ids.slice(0, depth).findIndex((id) => (relevant[id] ?? 0) > 0)
  return at < 0 ? 0 : 1 / (at + 1)
}

/** The share of the relevant entries, or of ten where there are more, that is among the first ten. */
export function recall(ids: readonly string[], relevant: Readonly<Record<string, number>>): number {
  const count = Object.keys(relevant).length
  const found = ids.slice(0, depth).filter((id) => (relevant[id] ?? 0) > 0).length
  return count > 0 ? found / Math.min(count, depth) : 0
}

/** The mean; 0 of nothing. */
export function mean(values: readonly number[]): number {
  return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : 0
}

/** The middle 95 % of the means of a thousand samples drawn with replacement (bootstrap); equal seeds give equal intervals. */
export function confidence(
  values: readonly number[],
  random: { below(limit: number): number },
): [number, number] {
  const means = Array.from({ length: 1000 }, () =>
    mean(values.map(() => values[random.below(values.length)] ?? 0)),
  ).sort((a, b) => a - b)
  return [means[25] ?? 0, means[974] ?? 0]
}
