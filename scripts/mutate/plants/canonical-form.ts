import { abstractStart, inAbstract, put, replace, withFact, withValue } from '../edits.ts'
import type { Plant } from '../plant.ts'

/** Other ways to write the same. */
export const canonicalForm: readonly Plant[] = [
  {
    what: 'facts in another order',
    plant({ file: { source } }) {
      const [two = '', first = '', second = ''] = /^(kind: .*\n)(tags: .*\n)/m.exec(source) ?? []
      return two ? replace(source, two, second + first) : undefined
    },
  },
  {
    what: 'quotes around a date',
    plant: ({ file, facts: { added = '' } }) => withValue(file, ['added'], `"${added}"`),
  },
  {
    what: 'single quotes',
    plant: ({ file, facts: { title = '' } }) =>
      title.includes("'") ? undefined : withValue(file, ['title'], `'${title}'`),
  },
  {
    what: 'quotes that nobody needs',
    plant: ({ file, facts: { topics: [first = ''] = [] } }) =>
      withValue(file, ['topics', 0], `"${first}"`),
  },
  {
    what: 'list on several lines',
    plant: ({ file, facts: { topics = [] } }) =>
      withFact(file, 'topics', `topics:\n${topics.map((one) => `  - ${one}`).join('\n')}`),
  },
  {
    what: 'spaces inside brackets',
    plant: ({ file, facts: { topics = [] } }) =>
      withFact(file, 'topics', `topics: [ ${topics.join(', ')} ]`),
  },
  {
    what: 'space at the end of a fact',
    plant: ({ file: { source } }) => replace(source, '\n---\n', ' \n---\n'),
  },
  {
    what: 'empty line among the facts',
    plant: ({ file: { source } }) => replace(source, '\nadded:', '\n\nadded:'),
  },
  {
    what: 'comment among the facts',
    plant: ({ file: { source } }) => replace(source, '\nadded:', '\n# later\nadded:'),
  },
  {
    what: 'no empty line above the abstract',
    plant: ({ file: { source } }) => replace(source, '\n---\n\n', '\n---\n'),
  },
  {
    what: 'two empty lines above the abstract',
    plant({ file }) {
      const start = abstractStart(file)
      return put(file.source, start, start, '\n')
    },
  },
  {
    what: 'no line feed at the end',
    plant: ({ file: { source } }) => {
      const end = source.length - 1
      return put(source, end, source.length, '')
    },
  },
  {
    what: 'stars for emphasis',
    plant: ({ file, nth }) => inAbstract(file, 'It is *very* good. ', nth),
  },
  {
    what: 'carriage returns',
    plant: ({ file: { source } }) => ({ source: source.replaceAll('\n', '\r\n'), line: 1 }),
  },
  {
    what: 'byte order mark',
    plant: ({ file: { source } }) => put(source, 0, 0, '\uFEFF'),
  },
]
