const groups = /(\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})/

/** Splits a text at a separator outside braces. Empty parts are left out. */
export function splitOutsideBraces(text: string, separator: RegExp): string[] {
  const parts: string[] = ['']
  for (const piece of text.split(groups)) {
    const [first = '', ...more] = piece.startsWith('{') ? [piece] : piece.split(separator)
    parts.push((parts.pop() ?? '') + first, ...more)
  }
  return parts.map((part) => part.trim()).filter(Boolean)
}

/**
 * Removes the braces with which BibTeX protects capitals: `{RLHF}` becomes `RLHF`. Braces of TeX stay: those of
 * arguments, exponents, accents and mathematics.
 */
export function withoutBraces(tex: string): string {
  let plain = ''
  let isMath = false
  // For each open brace, whether it stays.
  const open: boolean[] = []
  for (let at = 0; at < tex.length; at += 1) {
    const character = tex[at] ?? ''
    if (character === '\\') {
      plain += character + (tex[at + 1] ?? '')
      at += 1
      continue
    }
    if (character === '$') isMath = !isMath
    if (character === '{') {
      const stays = isMath || tex[at + 1] === '\\' || /(?:\\[a-z]+|\\.|[\^_}])$/i.test(plain)
      open.push(stays)
      if (stays) plain += character
    } else if (character === '}') {
      if (open.pop() ?? true) plain += character
    } else plain += character
  }
  return plain
}
