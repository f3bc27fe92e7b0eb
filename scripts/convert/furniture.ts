const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const date = new RegExp(
  String.raw`^(${months.join('|')})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$`,
  'i',
)
const lines = [
  /^new$/i,
  /^get trending papers in your email inbox!?$/i,
  /^subscribe$/i,
  /^by ?\S+ and the research community$/i,
  date,
]

/** Whether a line is the page's own and no paper's: the mark "new", the mail invitation, the byline, the date. */
export function isFurniture(line: string): boolean {
  return lines.some((furniture) => furniture.test(line))
}

/** The date in a line of furniture: `2025-03-13`, or `--03-13` (ISO 8601) when the page leaves out the year. */
export function dateOf(line: string): string | undefined {
  const [, month = '', day = '', year] = date.exec(line) ?? []
  if (!month) return undefined
  const number = months.findIndex((name) => name.toLowerCase() === month.slice(0, 3).toLowerCase())
  const rest = `${String(number + 1).padStart(2, '0')}-${day.padStart(2, '0')}`
  return year ? `${year}-${rest}` : `--${rest}`
}
