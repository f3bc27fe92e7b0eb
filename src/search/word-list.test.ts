import { expect, test } from 'vitest'
import { tokenOf } from './tokens.ts'
import { frontCode, frontDecode, type PackedList, packWords, readWordList } from './word-list.ts'

// Search would look for words that don't exist, or take one paper for another.

test('a packed list is read back, with its counts rounded down', () => {
  const packed: PackedList = {
    ...packWords(
      new Map([
        ['数据', 2],
        ['alignment', 1],
        ['align', 70],
      ]),
    ),
    meanings: [[9, 'dpo', 'directpreferoptim'], [0], [12, 'dpo']],
    absent: [[{ name: 'KTO', is: 'a method', like: ['DPO'] }, 'kto']],
    paths: [],
    titles: [['abcd'], ['x', 'y']],
    near: [[[1, 90]], []],
  }
  const { words, stems, phrases, absent, titles, similar } = readWordList(JSON.stringify(packed))
  expect(words).toEqual(new Map(Object.entries({ align: 64, alignment: 64, 数据: 2 })))
  expect(stems).toEqual(new Map(Object.entries({ align: 64, 数据: 2 })))
  expect(phrases.get('dpo')).toEqual({ papers: 12, meanings: [0, 2] })
  expect(absent.get('kto')?.name).toBe('KTO')
  expect(titles).toEqual(packed.titles)
  expect(similar).toEqual([[[1, 0.9]], []])
})

test('words without a common prefix and long words survive front coding', () => {
  const words = ['', 'b', 'ba', 'x'.repeat(60), `${'x'.repeat(60)}y`]
  expect(frontDecode(frontCode(words))).toEqual(words)
})

test('an HTML page is not read as a list', () => {
  expect(() => readWordList('<h1>Not found</h1>')).toThrow()
})

test('no token is a prefix of another, and all are plain letters and digits', () => {
  expect(tokenOf('word', 'align')).toBe('alignzq')
  expect(tokenOf('word', '数据')).toMatch(/^[a-z0-9]+$/)
  expect(tokenOf('author', 'align').startsWith(tokenOf('word', 'align'))).toBe(false)
})
