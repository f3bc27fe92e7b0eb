/** A value for a message: in backticks, on one line, and shortened if it is too long. */
export function shown(value: string, longest = 80): string {
  const line = value.replace(/\s+/g, ' ').trim()
  const characters = [...line]
  const cut = characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : line
  return cut.includes('`') ? `\`\` ${cut} \`\`` : `\`${cut}\``
}

/** A list of alternatives for a message: `a`, `b` or `c`. */
export function oneOf(names: readonly string[]): string {
  return listed('disjunction', names)
}

/** A list of names for a message: `a`, `b` and `c`. */
export function allOf(names: readonly string[]): string {
  return listed('conjunction', names)
}

function listed(type: 'conjunction' | 'disjunction', names: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type }).format(names.map((name) => `\`${name}\``))
}

const numbers = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** A number up to twelve in words, `ten`; a larger one in digits. */
export function inWords(number: number): string {
  return numbers[number] ?? String(number)
}
