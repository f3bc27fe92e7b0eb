import { expect, it } from 'vitest'
import { author, authorName, authorOf, familyFirst, parsePerson } from './person.ts'

// An author whose name is split in the wrong place would be cited under a name that is not theirs.
it.each([
  ['Jen-tse Huang', 'Huang, Jen-tse'],
  ['Harm de Vries', 'de Vries, Harm'],
  ['Maria del Carmen Perez', 'Perez, Maria del Carmen'],
  ['Benjamin Van Durme', 'Van Durme, Benjamin'],
  ['Giovanni Da San Martino', 'Da San Martino, Giovanni'],
  ['Blaise Aguera y Arcas', 'Aguera y Arcas, Blaise'],
  ["Kevin O'Brien", "O'Brien, Kevin"],
  ['Duc Van Le', 'Le, Duc Van'],
  ['Van Tran', 'Tran, Van'],
  ['bell hooks', 'hooks, bell'],
  ['Martin Luther King Jr.', 'King, Martin Luther, Jr.'],
  ['Martin Luther King, Jr.', 'King, Martin Luther, Jr.'],
  ['Robert L. Logan IV', 'Logan, Robert L., IV'],
  ['山田 太郎', '山田, 太郎'],
  ['محمد علي', 'علي, محمد'],
  ['  Two   Spaces ', 'Spaces, Two'],
])('%s is split as %s', (printed, cited) => {
  expect(familyFirst(parsePerson(printed))).toBe(cited)
})

it.each(['OpenAI', '王小明', 'Qwen Team', 'Llama Team, AI @ Meta', '🦙'])(
  '%s is not split',
  (printed) => {
    expect(parsePerson(printed)).toEqual({ literal: printed })
  },
)

it.each([
  ['Gheshlaghi Azar', 'Mohammad', 'Mohammad Gheshlaghi Azar'],
  ['Nguyễn', 'Văn An', 'Văn An Nguyễn'],
  ['张', '三', '张 三'],
])('family and given name of an entry are kept: %s, %s', (family, given, printed) => {
  const parts = author.parse({ family, given })
  expect(authorName(parts)).toBe(printed)
  expect(familyFirst(parsePerson(parts))).toBe(`${family}, ${given}`)
  expect(familyFirst(parsePerson(authorOf(family, given)))).toBe(`${family}, ${given}`)
})

it('an author is written in parts only if the printed name would be split wrongly', () => {
  expect(authorOf('van der Lee', 'Chris')).toBe('Chris van der Lee')
  expect(authorOf('Gheshlaghi Azar', 'Mohammad')).toEqual({
    family: 'Gheshlaghi Azar',
    given: 'Mohammad',
  })
})
