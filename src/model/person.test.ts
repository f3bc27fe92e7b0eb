import { describe, expect, it } from 'vitest'
import { author, authorName, authorOf, familyFirst, parsePerson } from './person.ts'

// Someone whose name is cut in the wrong place is cited under a name that is not theirs.
describe('a name is cut', () => {
  it.each([
    ['Taiwei Shi', 'Shi, Taiwei'],
    ['J. D. Zamfirescu-Pereira', 'Zamfirescu-Pereira, J. D.'],
    ['Da-shan Shiu', 'Shiu, Da-shan'],
    ['Jen-tse Huang', 'Huang, Jen-tse'],
    ['Stephan Günnemann', 'Günnemann, Stephan'],
    ['Harm de Vries', 'de Vries, Harm'],
    ['Leandro von Werra', 'von Werra, Leandro'],
    ['Chris van der Lee', 'van der Lee, Chris'],
    ['Oscar de la Renta', 'de la Renta, Oscar'],
    ['Maria del Carmen Perez', 'Perez, Maria del Carmen'],
    ['Mohammed bin Salman', 'bin Salman, Mohammed'],
    ['Benjamin Van Durme', 'Van Durme, Benjamin'],
    ['Giovanni Da San Martino', 'Da San Martino, Giovanni'],
    ['Haitham Bou Ammar', 'Bou Ammar, Haitham'],
    ['Ahmed El Kholy', 'El Kholy, Ahmed'],
    ['Blaise Aguera y Arcas', 'Aguera y Arcas, Blaise'],
    ['Jakob d’Eon', 'd’Eon, Jakob'],
    ["Kevin O'Brien", "O'Brien, Kevin"],
    ['Duc Van Le', 'Le, Duc Van'],
    ['Ngo Van Linh', 'Linh, Ngo Van'],
    ['Wei Di Zhang', 'Zhang, Wei Di'],
    ['Van Tran', 'Tran, Van'],
    ['bell hooks', 'hooks, bell'],
    ['Martin Luther King Jr.', 'King, Martin Luther, Jr.'],
    ['Martin Luther King, Jr.', 'King, Martin Luther, Jr.'],
    ['Robert L. Logan IV', 'Logan, Robert L., IV'],
    ['Vries, Harm de', 'Vries, Harm de'],
    ['van der Lee, Chris', 'van der Lee, Chris'],
    ['山田 太郎', '山田, 太郎'],
    ['김 철수', '김, 철수'],
    ['محمد علي', 'علي, محمد'],
    ['  Two   Spaces ', 'Spaces, Two'],
  ])('%s: %s', (printed, cited) => {
    expect(familyFirst(parsePerson(printed))).toBe(cited)
  })

  it('with its particle in the family name, because Zotero drops one that stands apart', () => {
    expect(parsePerson('Chris van der Lee')).toEqual({ family: 'van der Lee', given: 'Chris' })
  })

  it.each([
    'OpenAI',
    'Madonna',
    '王小明',
    'Qwen Team',
    'Llama Team, AI @ Meta',
    'BigScience Workshop',
    'DeepSeek-AI',
    '🦙',
  ])('not at all, where it has no parts: %s', (printed) => {
    expect(parsePerson(printed)).toEqual({ literal: printed })
  })
})

describe('an author whose family name the name does not tell', () => {
  it.each([
    ['Gheshlaghi Azar', 'Mohammad', 'Mohammad Gheshlaghi Azar'],
    ['Nguyễn', 'Văn An', 'Văn An Nguyễn'],
    ['张', '三', '张 三'],
  ])('%s, %s', (family, given, printed) => {
    const parts = author.parse({ family, given })
    expect(authorName(parts)).toBe(printed)
    expect(familyFirst(parsePerson(parts))).toBe(`${family}, ${given}`)
    expect(familyFirst(parsePerson(authorOf(family, given)))).toBe(`${family}, ${given}`)
  })

  it('is written in parts only where it has to be', () => {
    expect(authorOf('van der Lee', 'Chris')).toBe('Chris van der Lee')
    expect(authorOf('张', '三')).toBe('张 三')
    expect(authorOf('Gheshlaghi Azar', 'Mohammad')).toEqual({
      family: 'Gheshlaghi Azar',
      given: 'Mohammad',
    })
  })
})
