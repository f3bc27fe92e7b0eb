import { nearestName } from '../similarity/edit-distance.ts'
import { shown } from '../text/messages.ts'
import { occursIn } from '../text/plain.ts'
import { titleText } from '../text/title.ts'
import { abstractText, type EntryRule, validFacts } from './engine/rule.ts'

/** The longest name that is checked, in characters. The rule `size` reports longer ones. */
const longest = 150

/** Checks that every name, or its plural, occurs in the title or the abstract. */
export const names: EntryRule = {
  name: 'names',
  sentence:
    'Every name is one that the paper gives to its own work, spelt as in its title or abstract.',
  *check(file) {
    const { names: given = [], title = '', alsoTitled = [] } = validFacts(file)
    if (given.length === 0 || abstractText(file) === '') return
    const original = [...[title, ...alsoTitled].map(titleText), abstractText(file)].join('\n')
    const text = plain(original)
    for (const [index, name] of given.entries()) {
      const forms = [plain(name), `${plain(name)}s`]
      if (name.length > longest || forms.some((form) => occursIn(form, text))) continue
      const near = nearestName(name, phrases(original, name.split(/\s+/).length))
      const fix = near
        ? `Did you mean ${shown(near)}?`
        : 'Spell it as it is spelt there, or take it out.'
      const message = `Unexpected name ${shown(name)}, expected a name from the title or the abstract. ${fix}`
      yield { ...file.frontMatter.placeOf(['names', index]), message }
    }
  },
}

/** Normalises superscripts, subscripts and white space, and removes TeX commands around words, which `abstract` reports. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\\[a-z]+\s*(?=\{)|[{}]/gi, '')
    .replace(/\s+/g, ' ')
}

/** All sequences of `length` words in a text, without the punctuation around them. */
function phrases(text: string, length: number): readonly string[] {
  const words = text.split(/\s+/)
  return words.map((_, at) => {
    const run = words.slice(at, at + length).join(' ')
    return run.replace(/^[(“‘"']+|[,;:.()”’"']+$/g, '')
  })
}
