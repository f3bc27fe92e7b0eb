import { titleKey } from '../model/identifier.ts'
import { authorName } from '../model/person.ts'
import { inWords, shown } from '../text/messages.ts'
import { type EntryRule, validFacts } from './engine/rule.ts'

/** Every author stands alone and whole, given name first, as the paper prints the name. */
export const authors: EntryRule = {
  name: 'authors',
  sentence: 'Every author is named, one per item, given name first, without marks.',
  *check(file) {
    const names = validFacts(file).authors?.map(authorName) ?? []
    const seen = new Set<string>()
    if (names.length > 1 && names.length % 2 === 0 && names.every((name) => !/\s/.test(name))) {
      const whole = names.flatMap((name, at) => (at % 2 === 0 ? [`${names[at + 1]} ${name}`] : []))
      yield { ...file.frontMatter.placeOf(['authors', 0]), message: messageForHalves(names, whole) }
      return
    }
    for (const [index, name] of names.entries()) {
      const message = seen.has(titleKey(name))
        ? `Unexpected second ${shown(name)} in \`authors\`, expected each author once. Take it out.`
        : messageFor(name)
      seen.add(titleKey(name))
      if (message) yield { ...file.frontMatter.placeOf(['authors', index]), message }
    }
  },
}

/** Commas within names, which part a list. */
function messageForHalves(names: readonly string[], whole: readonly string[]): string {
  return `Unexpected ${names.length} authors of one word each, expected whole names, given name first. Write ${shown(`authors: [${whole.join(', ')}]`, 160)}.`
}

function messageFor(name: string): string | undefined {
  const others = /,?\s*\b(?:et\.? al\b\.?|and others\b|and co-?workers\b|u\.? ?a\.$)/i.exec(name)
  if (others) {
    return `Unexpected ${shown(others[0])} in author ${shown(name)}, expected every author by name. List them all, one per item.`
  }
  const joined = /\s(?:and|und|&)\s|;/i.exec(name)
  if (joined) {
    const parts = name.split(/\s*(?:\s(?:and|und|&)\s|;)\s*/i).filter(Boolean)
    const items = parts.map((part) => shown(part)).join(', ')
    return `Unexpected ${shown(joined[0])} in author ${shown(name)}, expected one author per item. Write ${items} as ${inWords(parts.length)} items.`
  }
  const [, family, given] = /^([^,]+),\s*(.+)$/.exec(name) ?? []
  if (family && given && !/^(?:Jr|Sr|II|III|IV|Ph\.?D)\.?$/i.test(given)) {
    return `Unexpected comma in author ${shown(name)}, expected the given name first. Write ${shown(`${given} ${family}`)}.`
  }
  const mark = /[\d*†‡§¶∗⋆#@\\{}$^_<>[\]()|=]|[\u00B2\u00B3\u00B9\u2070-\u2079]/u.exec(name)?.[0]
  if (mark) {
    const bare = name
      .replace(/\s*(?:\([^()]*\)|<[^<>]*>|\[[^[\]]*\])/g, '')
      .replace(/[\d*†‡§¶∗⋆#\\{}$^_<>[\]()|=\u00B2\u00B3\u00B9\u2070-\u2079]+/gu, '')
      .trim()
    const cure = bare && mark !== '@' ? `Write ${shown(bare)}.` : 'Write the name only.'
    return `Unexpected ${shown(mark)} in author ${shown(name)}, expected the name without marks. ${cure}`
  }
  const words = name.split(/[\s-]+/).filter((word) => /\p{Letter}{2}/u.test(word))
  const inCapitals = words.filter((word) => /^[\p{Lu}'’.]+$/u.test(word))
  if (
    words.length > 1 &&
    inCapitals.length === words.length &&
    inCapitals.some(({ length }) => length > 2)
  ) {
    const spelt = name.replace(
      /\p{Letter}+/gu,
      (word) => word.slice(0, 1) + word.slice(1).toLowerCase(),
    )
    return `Unexpected capitals in author ${shown(name)}, expected the name as it is spelt. Write ${shown(spelt)}.`
  }
  if (!/\p{Letter}/u.test(name)) {
    return `Unexpected author ${shown(name)}, expected a name. Write it, or take the item out.`
  }
  return undefined
}
