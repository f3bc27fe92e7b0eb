import { distance } from './distance.ts'
import type { Lexicon } from './lexicon.ts'

/**
 * The word of the list that a misspelt one most likely means; undefined when none is near. One letter may be wrong, and two
 * from seven letters on unless the word is `speltRight` by itself; the nearest wins, then the most frequent. The first
 * letter is trusted.
 */
export function repair(
  word: string,
  { forms, counts }: Pick<Lexicon, 'forms' | 'counts'>,
  speltRight = false,
): string | undefined {
  if (word.length < 4 || /\d/.test(word)) return undefined
  const most = word.length >= 7 && !speltRight ? 2 : 1
  let best: { form: string; steps: number; count: number } | undefined
  for (const [form, place] of forms) {
    if (form.length < 4 || Math.abs(form.length - word.length) > most) continue
    if (form[0] !== word[0]) continue
    const steps = distance(word, form, best ? Math.min(most, best.steps) : most)
    const count = counts[place] ?? 0
    if (
      steps > most ||
      (best && (steps > best.steps || (steps === best.steps && count <= best.count)))
    )
      continue
    best = { form, steps, count }
  }
  return best?.form
}
