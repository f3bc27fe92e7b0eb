import type { Finding } from '../model/finding.ts'
import { entryIdShape, idFromTitle, longestId } from '../model/identifier.ts'
import type { EntryRule } from './engine/rule.ts'
import { shown } from './engine/words.ts'

const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/

/** The file's name is the entry's id, lower-case words joined by hyphens, and ends in `.mdx`, in the folder itself. */
export const fileName: EntryRule = {
  name: 'file-name',
  sentence:
    "The file's name is the entry's id and its address for ever: lower-case words of `a` to `z` and digits, joined by hyphens, at most 80 characters, then `.mdx`, in `content/papers` itself.",
  asWritten: true,
  *check({ path, frontMatter }) {
    const say = (message: string) => ({ line: 1, column: 1, message })
    const name = path.replace(/^.*\//, '')
    const nested = /(?:^|\/)papers\/(.+)\/[^/]*$/.exec(path)?.[1]
    if (nested) {
      yield say(
        `Unexpected folder ${shown(nested)} among the entries, expected every entry in one folder. Move the file to ${shown(`papers/${name}`)}.`,
      )
    }
    const ending = /\.[^.]*$/.exec(name)?.[0] ?? ''
    const id = name.slice(0, name.length - ending.length)
    const { title } = frontMatter.values
    const words = idFromTitle(id.replace(/\.mdx?$/, ''))
    const cure =
      (/[a-z]/.test(words) && words) ||
      (typeof title === 'string' && idFromTitle(title)) ||
      'the-title'
    const rename = `Rename it to ${shown(`${reserved.test(cure) ? `${cure}-paper` : cure}.mdx`, 120)}.`
    if (ending !== '.mdx') {
      yield say(`Unexpected file ${shown(name)}, expected a name that ends in \`.mdx\`. ${rename}`)
    } else if (!entryIdShape.test(id)) {
      yield say(
        `Unexpected file name ${shown(name)}, expected lower-case words of \`a\` to \`z\` and digits, joined by hyphens. ${rename}`,
      )
    } else if (id.length > longestId) {
      yield say(
        `Unexpected file name of ${id.length} characters, expected at most ${longestId} before \`.mdx\`. ${rename}`,
      )
    } else if (reserved.test(id)) {
      yield say(
        `Unexpected file name ${shown(name)}, which Windows keeps for itself, expected another. ${rename}`,
      )
    }
  },
}

/** What is to be said of a link among the entries: it would show a file that is not the entry's own. */
export function linkFinding(path: string): Finding {
  return {
    path,
    line: 1,
    column: 1,
    rule: fileName.name,
    message:
      'Unexpected symbolic link among the entries, expected a file. Write the entry itself here.',
  }
}
