import { expect, test } from 'vitest'
import { withoutMarkup } from './tex-html.ts'

// An abstract would show markup, or words would be lost with it.

test.each([
  [
    '<jats:title>Abstract</jats:title>\n<jats:p>One <jats:italic>two</jats:italic>.</jats:p>',
    'One two.',
  ],
  ['<p>One.</p><p>Two.</p>', 'One.\n\nTwo.'],
  [
    'is <jats:inline-formula><jats:alternatives><jats:tex-math>$x^2$</jats:tex-math><mml:math><mml:mi>x</mml:mi></mml:math></jats:alternatives></jats:inline-formula>.',
    'is $x^2$.',
  ],
  ['10<sup>9</sup> &lt; x &#38; y&#x2019;s', '10⁹ < x & y’s'],
  ['if a <b and c> d, or a<5', 'if a <b and c> d, or a<5'],
  ['&#99999999999; &unknown;', '&#99999999999; &unknown;'],
])('%s', (marked, text) => expect(withoutMarkup(marked)).toBe(text))
