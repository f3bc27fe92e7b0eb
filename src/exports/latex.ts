const escapes: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '%': '\\%',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  $: '\\$',
}

/**
 * Text that LaTeX prints as it is. Braces become commands, because BibTeX counts them even behind a backslash; `--`, ``
 * and '' are parted, because LaTeX joins them; letters and signs outside ASCII stay themselves, for engines and for Biber
 * that read UTF-8.
 */
export function latexText(text: string): string {
  return text
    .replace(/[\\{}~^<>|%&#_$]/g, (character) => escapes[character] ?? '')
    .replace(/([-`'])(?=\1)/g, '$1{}')
}

const commands = new Set(
  `alpha beta gamma delta epsilon varepsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi varphi chi psi omega
  Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega
  mathcal mathbb mathbf mathfrak mathit mathrm mathsf mathtt text textbf textit textrm textsf boldsymbol
  ast approx bar cdot circ cup cap dagger ell equiv exp frac geq ge hat in infty int langle ldots le leq lim ln log max min
  nabla neq ne oplus otimes partial pm prime prod rangle rightarrow sim sqrt star subset sum tilde times to top vec`
    .trim()
    .split(/\s+/),
)

/**
 * Whether TeX may stand in a `.bib` file as it is: balanced braces, no comment, and none but well-known commands of
 * mathematics, because whoever typesets the file runs what is in it.
 */
export function isPlainMath(tex: string): boolean {
  if (/[%#&~\n\r$]|\\[^a-zA-Z,;:! ]/.test(tex)) return false
  for (const [, name = ''] of tex.matchAll(/\\([a-zA-Z]+)/g)) if (!commands.has(name)) return false
  let depth = 0
  for (const character of tex) {
    if (character === '{') depth += 1
    if (character === '}') depth -= 1
    if (depth < 0) return false
  }
  return depth === 0
}
