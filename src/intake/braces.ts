const groups = /(\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})/

/** Splits a text at a sign that stands outside braces. Parts without a word are left out. */
export function splitOutsideBraces(text: string, sign: RegExp): string[] {
  const parts: string[] = ['']
  for (const piece of text.split(groups)) {
    const [first = '', ...more] = piece.startsWith('{') ? [piece] : piece.split(sign)
    parts.push((parts.pop() ?? '') + first, ...more)
  }
  return parts.map((part) => part.trim()).filter(Boolean)
}

/**
 * A text without the braces by which BibTeX keeps capitals: `{RLHF}` is `RLHF`. Braces that TeX needs stay: those of a
 * command's argument, of an exponent, of an accent and of mathematics.
 */
export function withoutBraces(tex: string): string {
  let shown = ''
  let mathematics = false
  const kept: boolean[] = []
  for (let at = 0; at < tex.length; at += 1) {
    const character = tex[at] ?? ''
    if (character === '\\') {
      shown += character + (tex[at + 1] ?? '')
      at += 1
      continue
    }
    if (character === '$') mathematics = !mathematics
    if (character === '{') {
      const keep = mathematics || tex[at + 1] === '\\' || /(?:\\[a-z]+|\\.|[\^_}])$/i.test(shown)
      kept.push(keep)
      if (keep) shown += character
    } else if (character === '}') {
      if (kept.pop() ?? true) shown += character
    } else shown += character
  }
  return shown
}
