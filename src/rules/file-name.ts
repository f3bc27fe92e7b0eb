import { entryIdShape, idFromTitle, isReservedName, longestId } from '../model/identifier.ts'
import { shown } from '../text/messages.ts'
import { fileStart } from '../text/place.ts'
import type { EntryRule } from './engine/rule.ts'

/** The file's name is the entry's id, lower-case words joined by hyphens, and ends in `.mdx`, in the folder itself. */
export const fileName: EntryRule = {
  name: 'file-name',
  sentence:
    "The file's name is the entry's id and its permanent address: lower-case words of `a` to `z` and digits, joined by hyphens, at most 80 characters, then `.mdx`, in `content/papers` itself.",
  asWritten: true,
  *check({ path, frontMatter }) {
    const name = path.replace(/^.*\//, '')
    const nested = /(?:^|\/)papers\/(.+)\/[^/]*$/.exec(path)?.[1]
    if (nested) {
      const message = `Unexpected folder ${shown(nested)} among the entries, expected every entry in one folder. Move the file to ${shown(`papers/${name}`)}.`
      yield { ...fileStart, message }
    }
    const fault = faultOf(name)
    if (!fault) return
    const title = String(frontMatter.values['title'] ?? '')
    const words = [name.replace(/(?:\.mdx?)?\.[^.]*$/, ''), title].map(idFromTitle)
    const cure = words.find((one) => /[a-z]/.test(one)) ?? 'the-title'
    const rename = shown(`${isReservedName(cure) ? `${cure}-paper` : cure}.mdx`, 120)
    yield { ...fileStart, message: `Unexpected ${fault}. Rename it to ${rename}.` }
  },
}

function faultOf(name: string): string | undefined {
  const id = name.replace(/\.[^.]*$/, '')
  if (!name.endsWith('.mdx')) return `file ${shown(name)}, expected a name that ends in \`.mdx\``
  if (!entryIdShape.test(id)) {
    return `file name ${shown(name)}, expected lower-case words of \`a\` to \`z\` and digits, joined by hyphens`
  }
  if (id.length > longestId) {
    return `file name of ${id.length} characters, expected at most ${longestId} before \`.mdx\``
  }
  return isReservedName(id)
    ? `file name ${shown(name)}, which Windows or the site keeps for itself, expected another`
    : undefined
}
