import { stemmer } from 'stemmer'

/** English words that only hold a sentence together; a query's meaning is in its other words. */
export const stopWords: ReadonlySet<string> = new Set(
  `a about above after again all also am an and any are aren as at be because been before being below between both
  but by can cannot cant could couldn did didnt do does doesnt doing done dont down each either else ever for from
  get gets getting got had has have having he her here hers him his how i if im in into is isnt it its ive just let
  lets many may me might more most much must my neither no nor not of off on once one only onto or other others our
  ours out over own per please same shall she should shouldnt so some such than that thats the their theirs them then
  there these they this those though through thus to too toward towards under until up upon us very via was wasnt we
  were what whats when where whether which while who whom whose why will with within without wont would you your yours`.split(
    /\s+/,
  ),
)

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

/** Forms that share no stem although they share a meaning; the plain one is the last of each line. */
const irregular = new Map(
  `jailbroken jailbroke jailbreak
  learnt learn
  chosen chose choose
  written wrote write
  taught teach
  thought think
  lies lied lying lie
  ties tied tie
  dies dying die
  maths mathematics mathematical math`
    .split('\n')
    .flatMap((line) => {
      const forms = line.trim().split(' ')
      return forms.map((form) => [form, forms.at(-1) ?? form] as const)
    }),
)

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
  const plain = irregular.get(word)
  if (plain) return plain
  return stemmer(american.reduce((text, [british, form]) => text.replace(british, form), word))
}
