import { put } from '../edits.ts'
import type { Plant, Planted, Soil } from '../plant.ts'

/** Changes the lines of the entry's first tag in the vocabulary. */
const inTag = (
  what: string,
  change: (soil: Soil, tag: string, lines: string) => { words: string; text: string } | undefined,
): Plant => ({
  what,
  plant(soil) {
    const [tag = ''] = soil.facts.tags ?? []
    const file = soil.ground.list.data.find(({ path }) => path.endsWith('/vocabulary/tags.yaml'))
    const lines = file && new RegExp(`^${tag}:\\n(?: .*\\n)+`, 'm').exec(file.source)
    if (!file || !lines) return undefined
    const { words, text } = change(soil, tag, lines[0]) ?? {}
    const at = words === undefined ? -1 : lines[0].indexOf(words)
    if (at < 0 || words === undefined || text === undefined) return undefined
    const from = lines.index + at
    return { path: file.path, ...put(file.source, from, from + words.length, text) }
  },
})

/** Changes the nth line of another file of the vocabulary. */
const inLine = (
  what: string,
  name: string,
  change: (line: string) => string | undefined,
  linesBefore = 0,
): Plant => ({
  what,
  plant({ nth, ground }): Planted | undefined {
    const file = ground.list.data.find(({ path }) => path.endsWith(`/vocabulary/${name}`))
    if (!file) return undefined
    const lines = [...file.source.matchAll(/^[^#\s].*$/gm)]
    const line = lines[nth % Math.max(1, lines.length)]
    const text = line && change(line[0])
    if (!line || text === undefined) return undefined
    const edit = put(file.source, line.index, line.index + line[0].length, text)
    return { ...edit, path: file.path, line: edit.line + linesBefore }
  },
})

/** Words that the vocabulary cannot be read by. */
export const vocabulary: readonly Plant[] = [
  inTag('alias that is another tag', ({ ground }, tag) => {
    const other = Object.keys(ground.around.vocabulary.tags).find((id) => id !== tag) ?? ''
    return { words: 'aliases: [', text: `aliases: [${other}, ` }
  }),
  inTag('misspelt key', () => ({ words: '  meaning:', text: '  meanin:' })),
  inTag('no meaning', (_soil, _tag, lines) => ({
    words: /^ {2}meaning: .*$/m.exec(lines)?.[0] ?? '\0',
    text: '  meaning:',
  })),
  inTag('second colon', () => ({ words: '  meaning: ', text: '  meaning: that is: ' })),
  inTag('capitals', (_soil, tag) => ({ words: `${tag}:`, text: `${tag.toUpperCase()}:` })),
  inTag('text instead of a list', (_soil, _tag, lines) => ({
    words: /^ {2}aliases: .*$/m.exec(lines)?.[0] ?? '\0',
    text: '  aliases: words',
  })),
  inLine('misspelt kind of venue', 'venues.yaml', (line) =>
    /kind: \w/.test(line) ? line.replace(/kind: (\w)/, 'kind: x$1') : undefined,
  ),
  inLine('text instead of long forms', 'acronyms.yaml', (line) =>
    line.replace(/^([^:]+): .*$/, '$1: words'),
  ),
  inLine('an acronym twice', 'acronyms.yaml', (line) => `${line}\n${line}`, 1),
]
