import { stemmer } from 'stemmer'

/** British endings and what they become, tried in turn on a word in lower case. */
const american: readonly (readonly [RegExp, string])[] = [
  [/(?<=\w{3})is(?=(?:e|ed|er|ers|es|ing|ation|ations|able)$)/, 'iz'],
  [/(?<=\wal|\wra)ys(?=(?:e|ed|er|ers|es|ing)$)/, 'yz'],
  [/(?<=\w{3})our(?=(?:s|ed|ing|ite|ites|al|able|ful|ism)?$)/, 'or'],
  [/(?<=\w{3})ogue(?=s?$)/, 'og'],
  [/(?<=cen|the|fi|me)tre(?=s?$)/, 'ter'],
  [/(?<=def|off|pret)ence(?=s?$)/, 'ense'],
  [/(?<=dg)e(?=ments?$)/, ''],
  [/(?<=program)me(?=s?$)/, ''],
  [/(?<=art)e(?=fact)/, 'i'],
]

/** Forms that share no stem although they share a meaning. */
const irregular: Readonly<Record<string, string>> = {
  jailbroken: 'jailbreak',
  jailbroke: 'jailbreak',
  learnt: 'learn',
  chosen: 'choose',
  chose: 'choose',
  written: 'write',
  wrote: 'write',
  taught: 'teach',
  thought: 'think',
  lies: 'lie',
  lied: 'lie',
  lying: 'lie',
  ties: 'tie',
  tied: 'tie',
  dies: 'die',
  dying: 'die',
  maths: 'math',
  mathematics: 'math',
  mathematical: 'math',
}

const kept = new Map<string, string>()
const mostKept = 50_000

/** The stem of one word in lower case, the same for its inflections and for British and American spellings. */
export function stem(word: string): string {
  const known = kept.get(word)
  if (known !== undefined) return known
  if (kept.size >= mostKept) kept.clear()
  const made = stemOf(word)
  kept.set(word, made)
  return made
}

function stemOf(word: string): string {
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return word
  if (Object.hasOwn(irregular, word)) return irregular[word] ?? word
  const spelled = american.reduce((text, [british, form]) => text.replace(british, form), word)
  return stemmer(spelled)
}
