const name = /^\p{Lu}[\p{L}\p{M}.'’-]*(?:\s+[\p{L}\p{M}.'’-]+){1,4}$/u

/** The authors in a line that is a list of two or more names and nothing else; undefined for any other line. */
export function namesIn(line: string): string[] | undefined {
  const parts = line
    .replace(/[.\s]+$/, '')
    .split(/\s*[,;&]\s*(?:and\s+)?|\s+and\s+/)
    .map((part) => part.replace(/[*†‡\d]+$/u, '').trim())
    .filter(Boolean)
  const whole = parts.filter((part) => name.test(part) || /^et\.? al\.?$/.test(part))
  return parts.length > 1 && whole.length >= parts.length * 0.8 ? parts : undefined
}
