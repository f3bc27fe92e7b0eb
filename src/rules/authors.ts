import { titleKey } from '../model/identifier.ts'
import { authorName } from '../model/person.ts'
import { inWords, shown } from '../text/messages.ts'
import { type EntryRule, validFacts } from './engine/rule.ts'

/** Checks that each item is the full name of one author, given name first. */
export const authors: EntryRule = {
  name: 'authors',
  sentence: 'Every author is named, one per item, given name first, without footnote marks.',
  *check(file) {
    const names = validFacts(file).authors?.map(authorName) ?? []
    const keys = names.map(titleKey)
    const { placeOf } = file.frontMatter
    // In `[Family, Given]`, YAML reads the comma as the separator of two items.
    if (names.length > 1 && names.length % 2 === 0 && names.every((name) => !/\s/.test(name))) {
      const fullNames = names.flatMap((name, at) =>
        at % 2 === 0 ? [`${names[at + 1]} ${name}`] : [],
      )
      const message = `Unexpected ${names.length} authors of one word each, expected full names, given name first. Write ${shown(`authors: [${fullNames.join(', ')}]`, 160)}.`
      yield { ...placeOf(['authors', 0]), message }
      return
    }
    for (const [index, name] of names.entries()) {
      const isDuplicate = keys.indexOf(titleKey(name)) < index
      const [found, expected, fix] = faultOf(name) ?? []
      const message = isDuplicate
        ? `Unexpected second ${shown(name)} in \`authors\`, expected each author once. Take it out.`
        : found && `Unexpected ${found} in author ${shown(name)}, expected ${expected}. ${fix}.`
      if (message) yield { ...placeOf(['authors', index]), message }
    }
  },
}

const marks = /[\d*†‡§¶∗⋆#@\\{}$^_<>[\]()|=\u00B2\u00B3\u00B9\u2070-\u2079]/gu

/** Returns what is wrong with a name, what was expected, and what to write; undefined if the name is valid. */
function faultOf(name: string): [found: string, expected: string, fix: string] | undefined {
  const others = /,?\s*\b(?:et\.? al\b\.?|and others\b|and co-?workers\b|u\.? ?a\.$)/i.exec(name)
  if (others) return [shown(others[0]), 'every author by name', 'List them all, one per item']
  const joined = /\s(?:and|und|&)\s|;/i.exec(name)
  if (joined) {
    const parts = name.split(/\s*(?:\s(?:and|und|&)\s|;)\s*/i).filter(Boolean)
    const items = parts.map((part) => shown(part)).join(', ')
    const fix = `Write ${items} as ${inWords(parts.length)} items`
    return [shown(joined[0]), 'one author per item', fix]
  }
  const [, family, given] = /^([^,]+),\s*(.+)$/.exec(name) ?? []
  if (family && given && !/^(?:Jr|Sr|II|III|IV|Ph\.?D)\.?$/i.test(given))
    return ['comma', 'the given name first', `Write ${shown(`${given} ${family}`)}`]
  const mark = name.match(marks)?.[0]
  if (mark) {
    const bare = name.replace(/\s*(?:\([^()]*\)|<[^<>]*>|\[[^[\]]*\])/g, '').replace(marks, '')
    const fix = mark === '@' ? 'the name only' : shown(bare)
    return [shown(mark), 'the name without footnote marks', `Write ${fix}`]
  }
  const words = name.split(/[\s-]+/).filter((word) => /\p{Letter}{2}/u.test(word))
  const isInCapitals = words.every((word) => /^[\p{Lu}'’.]+$/u.test(word))
  if (words.length > 1 && isInCapitals && words.some(({ length }) => length > 2)) {
    const spelt = name.replace(/(?<=\p{Letter})\p{Letter}+/gu, (rest) => rest.toLowerCase())
    return ['capitals', 'normal capitalisation', `Write ${shown(spelt)}`]
  }
  const isName = /\p{Letter}/u.test(name)
  return isName ? undefined : ['symbols', 'a name', 'Write it, or take the item out']
}
