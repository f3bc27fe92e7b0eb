import { abstractStart, inAbstract, lineOf, put, withText } from '../edits.ts'
import { also, type Plant } from '../plant.ts'

const inProse = (what: string, words: string): Plant => ({
  what,
  plant: ({ file, nth }) => inAbstract(file, words, nth),
})

/** The offset at which the last words of the abstract end. */
const abstractEnd = (source: string) => {
  const notes = source.indexOf('\n## Notes\n')
  return (notes < 0 ? source : source.slice(0, notes)).trimEnd().length
}

/** Abstracts that are not whole, or hold markup of where they stood before. */
export const abstract: readonly Plant[] = [
  {
    what: 'the word "Abstract" before it',
    plant({ file }) {
      const start = abstractStart(file)
      return put(file.source, start, start, 'Abstract: ')
    },
  },
  {
    what: 'cut, with dots',
    plant({ file: { source } }) {
      const end = abstractEnd(source)
      const at = /[.!?]$/.test(source.slice(0, end)) ? end - 1 : end
      return also(put(source, at, end, ' ...'), 'evidence')
    },
  },
  {
    what: 'cut, with an ellipsis',
    plant({ file: { source } }) {
      const end = abstractEnd(source)
      return put(source, end, end, ' And …')
    },
  },
  {
    what: 'its first ten words only',
    plant({ file }) {
      const start = abstractStart(file)
      const end = abstractEnd(file.source)
      const words = file.source.slice(start, end).split(/\s+/).slice(0, 10).join(' ')
      if (/[{<$[]/.test(words)) return undefined
      const line = file.source.slice(0, start).split('\n').length
      return also({ ...put(file.source, start, end, words), line }, 'evidence', 'names')
    },
  },
  {
    what: 'none',
    plant({ file }) {
      const start = abstractStart(file)
      const edit = put(file.source, start - 1, abstractEnd(file.source) + 1, '')
      const line = edit.source.split('\n').length
      return also({ ...edit, line }, 'names', 'canonical-form')
    },
  },
  inProse('command of TeX', 'As shown by \\cite before. '),
  inProse('quotes of TeX', "The so-called ``prior'' matters. "),
  inProse('raised by a caret', 'With R^2 near one. '),
  inProse('character reference', 'In R&amp;amp;D so. '),
  inProse('mathematics that cannot be shown', 'For $\\frac{1$ so. '),
  inProse('prose between dollars', 'From $five dollars to ten$ so. '),
  {
    what: 'character reference in the title',
    plant({ file, facts: { title = '' } }) {
      if (!title.includes(' ')) return undefined
      return also(withText(file, ['title'], title.replace(' ', '&nbsp; ')), 'identity', 'names')
    },
  },
  {
    what: 'quotes of TeX in the title',
    plant: ({ file, facts: { title = '' } }) =>
      also(
        {
          ...(withText(file, ['title'], `\`\`${title}''`) ?? { source: file.source }),
          line: lineOf(file, ['title']),
        },
        'names',
      ),
  },
]
