import { nearestName } from '../similarity/edit-distance.ts'
import { shown } from '../text/messages.ts'
import { occursIn } from '../text/plain.ts'
import { titleText } from '../text/title.ts'
import { abstractText, type EntryRule, validFacts } from './engine/rule.ts'

/** Beyond this a name is a fault of the rule `size`, and too long for a pattern, in characters. */
const longest = 150

/** A name that the paper gives to its own work stands in its title or abstract, spelt in the same way; its plural counts too. */
export const names: EntryRule = {
  name: 'names',
  sentence:
    'A name that the paper gives to its own work stands in its title or abstract, spelt in the same way.',
  *check(file) {
    const { names: given = [], title = '', alsoTitled = [] } = validFacts(file)
    if (given.length === 0 || abstractText(file) === '') return
    const written = [...[title, ...alsoTitled].map(titleText), abstractText(file)].join('\n')
    const text = plain(written)
    for (const [index, name] of given.entries()) {
      const forms = [plain(name), `${plain(name)}s`]
      if (name.length > longest || forms.some((form) => occursIn(form, text))) continue
      const near = nearestName(name, candidates(written, name.split(/\s+/).length))
      const cure = near
        ? `Did you mean ${shown(near)}?`
        : 'Write it as it is spelt there, or take it out.'
      const message = `Unexpected name ${shown(name)}, expected one that stands in the title or the abstract. ${cure}`
      yield { ...file.frontMatter.placeOf(['names', index]), message }
    }
  },
}

/** Raised and lowered characters as plain ones, white space as one space, and no TeX around words: another rule names that. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\\[a-z]+\s*(?=\{)|[{}]/gi, '')
    .replace(/\s+/g, ' ')
}

/** Runs of so many words of a text, without the punctuation around them. */
function candidates(text: string, length: number): readonly string[] {
  const words = text.split(/\s+/)
  return words.map((_, at) => {
    const run = words.slice(at, at + length).join(' ')
    return run.replace(/^[(“‘"']+|[,;:.()”’"']+$/g, '')
  })
}
