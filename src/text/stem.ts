import { stemmer } from 'stemmer'

/** English stop words, without apostrophes. */
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

/** British endings with their American forms. All are applied in order to a lower-case word. */
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

/** Irregular forms, which a stemmer does not unite; the base form is the last of each line. */
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

const cache = new Map<string, string>()
const mostCached = 50_000

/** The stem of a lower-case word, the same for its inflections and for British and American spellings. */
export function stem(word: string): string {
  const cached = cache.get(word)
  if (cached !== undefined) return cached
  if (cache.size >= mostCached) cache.clear()
  const stemmed = stemOf(word)
  cache.set(word, stemmed)
  return stemmed
}

function stemOf(word: string): string {
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return word
  const plain = irregular.get(word)
  if (plain) return plain
  return stemmer(american.reduce((text, [british, form]) => text.replace(british, form), word))
}
