import { entryIdShape, idFromTitle, isReservedName, longestId } from '../model/identifier.ts'
import { shown } from '../text/messages.ts'
import { fileStart } from '../text/place.ts'
import type { EntryRule } from './engine/rule.ts'

/** Checks that a file's name is a valid id with `.mdx`, and that the file is not in a subfolder. */
export const fileName: EntryRule = {
  name: 'file-name',
  sentence:
    "The file's name is the entry's id and its permanent address: lower-case words of `a` to `z` and digits, joined by hyphens, at most 80 characters, then `.mdx`; the file is in `content/papers` itself.",
  checksSource: true,
  *check({ path, frontMatter }) {
    const name = path.replace(/^.*\//, '')
    const folder = /(?:^|\/)papers\/(.+)\/[^/]*$/.exec(path)?.[1]
    if (folder) {
      const message = `Unexpected folder ${shown(folder)} among the entries, expected every entry in one folder. Move the file to ${shown(`papers/${name}`)}.`
      yield { ...fileStart, message }
    }
    const fault = faultOf(name)
    if (!fault) return
    const title = String(frontMatter.values['title'] ?? '')
    const candidates = [name.replace(/(?:\.mdx?)?\.[^.]*$/, ''), title].map(idFromTitle)
    const id = candidates.find((candidate) => /[a-z]/.test(candidate)) ?? 'the-title'
    const newName = shown(`${isReservedName(id) ? `${id}-paper` : id}.mdx`, 120)
    yield { ...fileStart, message: `Unexpected ${fault}. Rename it to ${newName}.` }
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
    ? `file name ${shown(name)}, which is reserved by Windows or by the site, expected another name`
    : undefined
}
