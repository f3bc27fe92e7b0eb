/** A piece of a text for a message: its first words between backticks. */
export function quoted(text: string): string {
  const short = text.length > 60 ? `${text.slice(0, 60).replace(/\s+\S*$/, '')} …` : text
  return `\`${short.replaceAll('`', "'")}\``
}
