import { expect, test } from 'vitest'
import { faultsIn, planted } from './fixtures/specimen.ts'

// A paper would lose authors to “et al.”, or name one of them twice or backwards.

test.each([
  [
    'et al.',
    '[Ada Example, Bo Sample, Çağla Örnek]',
    '[Ada Example, Bo Sample et al.]',
    '3:24 authors Unexpected `et al.` in author `Bo Sample et al.`, expected every author by name. Write them all, one an item.',
  ],
  [
    'two in one',
    '[Ada Example, Bo Sample, Çağla Örnek]',
    '[Ada Example and Bo Sample, Çağla Örnek]',
    '3:11 authors Unexpected `and` in author `Ada Example and Bo Sample`, expected one author an item. Write `Ada Example`, `Bo Sample` as two items.',
  ],
  [
    'family name first',
    '[Ada Example, Bo Sample, Çağla Örnek]',
    '["Example, Ada", Bo Sample, Çağla Örnek]',
    '3:11 authors Unexpected comma in author `Example, Ada`, expected the given name first. Write `Ada Example`.',
  ],
  [
    'capitals',
    '[Ada Example, Bo Sample, Çağla Örnek]',
    '[ADA EXAMPLE, Bo Sample, Çağla Örnek]',
    '3:11 authors Unexpected capitals in author `ADA EXAMPLE`, expected the name as it is spelt. Write `Ada Example`.',
  ],
  [
    'one of them twice',
    '[Ada Example, Bo Sample, Çağla Örnek]',
    '[Ada Example, Bo Sample, Çağla Örnek, Bo Sample]',
    '3:48 authors Unexpected second `Bo Sample` in `authors`, expected each author once. Take it out.',
  ],
  [
    'marks of affiliation',
    '[Ada Example, Bo Sample, Çağla Örnek]',
    '[Ada Example¹, Bo Sample*, Çağla Örnek2]',
    [
      '3:11 authors Unexpected `¹` in author `Ada Example¹`, expected the name without marks. Write `Ada Example`.',
      '3:25 authors Unexpected `*` in author `Bo Sample*`, expected the name without marks. Write `Bo Sample`.',
      '3:37 authors Unexpected `2` in author `Çağla Örnek2`, expected the name without marks. Write `Çağla Örnek`.',
    ],
  ],
])('%s', (_what, from, to, faults) => {
  expect(faultsIn(planted(from, to))).toEqual([faults].flat())
})
