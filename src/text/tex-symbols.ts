const greek =
  'alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω'
const signs =
  'times × div ÷ cdot · pm ± mp ∓ approx ≈ sim ∼ simeq ≃ equiv ≡ neq ≠ ne ≠ leq ≤ le ≤ geq ≥ ge ≥ ll ≪ gg ≫ propto ∝ infty ∞ rightarrow → to → leftarrow ← leftrightarrow ↔ Rightarrow ⇒ uparrow ↑ downarrow ↓ partial ∂ nabla ∇ in ∈ subset ⊂ cup ∪ cap ∩ forall ∀ exists ∃ ell ℓ circ ∘ star ⋆ deg ° degree ° textdegree ° checkmark ✓ ldots … dots … textellipsis … textasciitilde ~ textasciicircum ^ textbackslash \\ textless < textgreater > textbar | textunderscore _ textdollar $ textquoteleft ‘ textquoteright ’ textquotedblleft “ textquotedblright ” textendash – textemdash — textpm ± texttimes × textmu µ textregistered ® texttrademark ™ copyright © dag † ddag ‡ S § P ¶ pounds £ euro € LaTeX LaTeX TeX TeX'
const letters = 'ss ß ae æ AE Æ oe œ OE Œ o ø O Ø l ł L Ł aa å AA Å i ı j ȷ'

const pairs = (list: string): Map<string, string> => {
  const words = list.split(' ')
  return new Map(
    words.flatMap((word, at) => (at % 2 === 0 ? [[word, words[at + 1] ?? ''] as const] : [])),
  )
}

/** Single symbols of TeX by command name, without the backslash: `times` is `×`. */
export const symbols: ReadonlyMap<string, string> = pairs(`${greek} ${signs}`)

/** Letters that TeX has a command for; the names are so short that authors use them for macros too. */
export const letterCommands: ReadonlyMap<string, string> = pairs(letters)

const marks = new Map(
  Object.entries({
    '`': '\u0300',
    "'": '\u0301',
    '^': '\u0302',
    '~': '\u0303',
    '=': '\u0304',
    u: '\u0306',
    '.': '\u0307',
    '"': '\u0308',
    r: '\u030A',
    H: '\u030B',
    v: '\u030C',
    d: '\u0323',
    c: '\u0327',
    k: '\u0328',
    b: '\u0331',
  }),
)

/** The letter that a TeX accent makes of a base letter (`'` and `e` make `é`), or undefined where Unicode has no such letter. */
export function accented(accent: string, base: string): string | undefined {
  const mark = marks.get(accent)
  const bare = base === '\\i' || base === 'ı' ? 'i' : base === '\\j' || base === 'ȷ' ? 'j' : base
  if (!mark || !/^\p{Letter}$/u.test(bare)) return undefined
  const letter = (bare + mark).normalize('NFC')
  return /^\p{Letter}$/u.test(letter) ? letter : undefined
}

const raised = new Map([...'0123456789+-−ni'].map((c, at) => [c, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿⁱ'][at] ?? '']))
const lowered = new Map([...'0123456789+-−'].map((c, at) => [c, [...'₀₁₂₃₄₅₆₇₈₉₊₋₋'][at] ?? '']))

function all(text: string, table: ReadonlyMap<string, string>): string | undefined {
  const shown = [...text].map((c) => table.get(c))
  return text && shown.every((c) => c !== undefined) ? shown.join('') : undefined
}

/** An exponent in Unicode (`-2` is `⁻²`), or undefined unless every character of it has one. */
export function superscript(exponent: string): string | undefined {
  if (exponent === '\\circ' || exponent === '∘') return '°'
  return all(exponent, raised)
}

/** An index in Unicode (`0` is `₀`), or undefined unless every character of it has one. */
export function subscript(index: string): string | undefined {
  return all(index, lowered)
}
