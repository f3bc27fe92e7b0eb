// A reader would see TeX commands, or words of the authors would be lost.
import fc from 'fast-check'
import type { Root } from 'mdast'
import { expect, it } from 'vitest'
import { plainText } from './plain.ts'
import { parseProse, writeProse } from './processor.ts'
import { texPhrasing, texText, texTitle, texTree } from './tex.ts'

const literal = (text: string) => expect(texPhrasing(text)).toEqual([{ type: 'text', value: text }])

it.each([
  'about ~10% more, 5~66% and 75%~89%',
  'Q&As, R&D & more',
  '(Zou et al., 2023a) and [Dong et al., 2024] and [1]',
  'an <ACTOR> token, p < 0.05, a -> b, {-1, 0, 1}, Qwen3-{1.7B, 4B}',
  'spends $5 per run and 4$ per hour',
  "The users' words: \"don't\", 5'' wide, O'Neil; -- and --- as well",
  String.raw`with \method, \ours{} and {\name} (\eg this, \etc), \R, \log and \o`,
  'lost its start: textit{O}bstacles, 4times4, {sim}50, 360^{circ}',
  String.raw`valued at \1 million, \textbf{never closed (a)`,
  'A^*, T^{-1/3}, λ^star, D^γ, FDr^k, p^θ, (q^{*},s^{*}), a ^2 b',
])('%s is unchanged', literal)

it.each([
  ["with `guidance-free noise', we", 'with ‘guidance-free noise’, we'],
  ["``Let's think, it's ours''", "“Let's think, it's ours”"],
  ["(``How to?'')", '(“How to?”)'],
  ["to yellow.'' It", 'to yellow.” It'],
  ["rock `n' roll", 'rock ‘n’ roll'],
  [String.raw`3.3\% of Q\&A, \$5, a\_b, \#1, \{x\}`, '3.3% of Q&A, $5, a_b, #1, {x}'],
  [
    String.raw`$1{,}000$ \ensuremath{\times} {\textbeta}, H\textsubscript{2}O, 11\textsuperscript{th}`,
    '1,000 × β, H₂O, 11th',
  ],
  [
    String.raw`\texorpdfstring{\emph{A}}{B} \NoCaseChange{c}, Na\"\i ve {\c c}a caf&eacute;`,
    'A c, Naïve ça café',
  ],
  [
    String.raw`Andr\'e, Pl\"ucker, na\"{\i}ve, Erd\H{o}s, \c{c}a`,
    'André, Plücker, naïve, Erdős, ça',
  ],
  [String.raw`{\'e}t\'{e}, Stra{\ss}e, Touch{é}`, 'été, Straße, Touché'],
  [String.raw`{\v s}, Erd\H os, \textcommabelow{s}, Mart\'\i n`, 'š, Erdős, ș, Martín'],
  [
    String.raw`GPT-4o\'s, the users\' and \"quoted words\"`,
    'GPT-4o\'s, the users\' and "quoted words"',
  ],
  [
    String.raw`2.3\times greater, p\approx0.37, 4.3{\deg}, \alpha{}-divergence, 5\textcelsius`,
    '2.3× greater, p≈0.37, 4.3°, α-divergence, 5℃',
  ],
  [String.raw`300\,k, vs.\ two, hyphen\-ate, one\\two`, '300 k, vs. two, hyphenate, one two'],
  ['Experts~(MoE) on local~GPUs, RTX~3090, 10~GB', 'Experts (MoE) on local GPUs, RTX 3090, 10 GB'],
  [String.raw`\textsc{FastCuRL}-1.5B, {\sc x}, \mbox{y}`, 'FastCuRL-1.5B, x, y'],
  [String.raw`{\relax Yu}. Doe, {\emph{x}}, {\small y}`, 'Yu. Doe, x, y'],
  ['Q&amp;A, p &lt; 0.05, &#233;t&#xe9;, &copy;, &x;', 'Q&A, p < 0.05, été, ©, &x;'],
  ['CO<sub>2</sub>, m<sup>2</sup>, one<br/>two, <x>', 'CO₂, m², one two, <x>'],
  ['ALR$^2$ and ALR^2', 'ALR² and ALR²'],
  ['D^2O, H^{2}, R^3-SQL, R^2times', 'D²O, H², R³-SQL, R²times'],
  ['W^+ space, x^n, O(L^2)', 'W⁺ space, xⁿ, O(L²)'],
  [String.raw`360^\circ, 90$^{\circ}$`, '360°, 90°'],
])('%s', (source, shown) => expect(texText(source)).toBe(shown))

it('invisible characters are removed, and letters are composed', () => {
  expect(
    texPhrasing(' \uFEFFa\u00A0b\tc\u200Bd\u00ADe\u202E e\u0301 \u{1F469}\u200D\u{1F4BB} '),
  ).toEqual([{ type: 'text', value: 'a b cde \u00E9 \u{1F469}\u200D\u{1F4BB}' }])
})

it('emphasis and code are kept', () => {
  const tree = texTree([
    String.raw`\textbf{A \emph{b}} \textit{c} \texttt{d\_e} {\it f} <i>g</i> <strong>h</strong> <b>`,
  ])
  expect(writeProse(tree)).toBe('**A _b_** _c_ `d_e` _f_ _g_ **h** \\<b>\n')
})

it('deeply nested markup is left as text', () => {
  const nested = (levels: number) => `${'\\emph{'.repeat(levels)}x${'}'.repeat(levels)}`
  expect(texText(nested(20))).toBe(nested(11))
})

const tex = (source: string) =>
  texPhrasing(source).flatMap((node) => (node.type === 'inlineMath' ? [node.value] : []))

it.each([
  ['$O(n \\log n)$ steps', ['O(n \\log n)']],
  ['the $k$-th of $x_i = 3$', ['k', 'x_i = 3']],
  ['\\(\\lambda\\) and $$E = mc^2$$', ['\\lambda', 'E = mc^2']],
])('mathematics %s', (source, found) => expect(tex(source)).toEqual(found))

it('mathematics without variables becomes plain text', () => {
  expect(texText(String.raw`$10^6$ and $\sim$20, $2\times$, $95\%$`)).toBe('10⁶ and ∼20, 2×, 95%')
})

it('invalid mathematics is unchanged', () => literal('a $\\frac{1}$ b'))

const links = (source: string) =>
  texPhrasing(source)
    .map((node) => (node.type === 'link' ? `<${plainText(node)}|${node.url}>` : plainText(node)))
    .join('')

it.each([
  ['Code: https://a.org/b_(c).', 'Code: <https://a.org/b_(c)|https://a.org/b_(c)>.'],
  [String.raw`\url{https://a.org/x\_y}`, '<https://a.org/x_y|https://a.org/x_y>'],
  [String.raw`\href{https://a.org}{our \textbf{page}}!`, '<our page|https://a.org>!'],
  ['at https://a.org/b{the project page} for', 'at <the project page|https://a.org/b> for'],
  [
    String.raw`\href{https://a.org/b{https://a.org/b}.}, c`,
    '<https://a.org/b|https://a.org/b>., c',
  ],
  ['[GitHub](https://github.com/a/b).', '<GitHub|https://github.com/a/b>.'],
  [String.raw`https://a\allowbreak-b.org/\allowbreak c.`, '<https://a-b.org/c|https://a-b.org/c>.'],
])('links %s', (source, shown) => expect(links(source)).toBe(shown))

it.each([
  'at https://huggingface.host/datasets/nvidia/HelpSteer2.',
  'at http://127.0.0.1:80/x and https://user@a.org/',
  'https://localhost{label}',
  '[a.org/x](a.org/x) and www.a.org',
])('%s is not linked', literal)

it('an unsafe link keeps its label and address as text', () => {
  expect(texText(String.raw`see \href{https://huggingface.host/x}{our data}.`)).toBe(
    'see our data (https://huggingface.host/x).',
  )
})

it.each([
  ['ALR$^2$: A Framework', 'ALR²: A Framework'],
  ['$\\tau^2$-Bench and $\\pi_0$ with $k$NN', 'τ²-Bench and π₀ with kNN'],
  ["``Free'' \\& Open", '“Free” & Open'],
])('titles %s', (source, shown) => expect(texTitle(source)).toBe(shown))

const roundTrip = (tree: Root) => {
  const text = writeProse(tree)
  const back = parseProse(text)
  expect(plainText(back)).toBe(plainText(tree))
  expect(writeProse(back)).toBe(text)
}

it.each([
  'import x from "y" is what they write',
  '1. First, we train.',
  '# 1 on the board',
  '```js is a fence',
  '[1]: https://a.org/b',
  '<ACTOR> and </b> and <!-- c -->',
  '{process.exit()} and {{x}}',
  'A heading\n===',
  '$15 and $120 and $x_i = 3$ and $',
  String.raw`\textit{RL}-based \textit{O}bstacles x\textbf{y}z \textbf{ a }`,
  '~10%, ~~gone~~, *a* _b_ `c`',
])('%s is the same after writing and parsing', (source) => roundTrip(texTree([source])))

it('whatever the authors write is the same after writing and parsing', () => {
  const commands = String.raw`\% \textbf{ \emph{ \texttt{ \texttt{a} \url{ \href{ \times \log \'e`
  const markup = '&amp; &eacute; <i> </i> https://a.org/b $x$ //'
  const piece = fc.constantFrom(
    ...['B ', '. ', '- ', '# ', 'import ', 'export ', ...`${commands} ${markup}`.split(' ')],
    ...'aé12 \u00A0*_`\'"$^{}[]()<>|~\\+=!:',
  )
  const paragraph = fc.array(piece, { minLength: 1, maxLength: 14 }).map((all) => all.join(''))
  fc.assert(
    fc.property(fc.array(paragraph, { minLength: 1, maxLength: 2 }), (paragraphs) => {
      const tree = texTree(paragraphs)
      fc.pre(tree.children.every((node) => plainText(node).trim() !== ''))
      roundTrip(tree)
    }),
    { numRuns: 500, seed: 20250313 },
  )
})
