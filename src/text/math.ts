import temml from 'temml'

/** The longest mathematics that is shown as such, in characters of TeX. */
export const longestMath = 1000

/**
 * TeX mathematics to MathML, or undefined when the TeX cannot be read or is too long. The result has no styles, no
 * links and no annotation, so that it is safe under a strict content policy and reads as plain text in order.
 * @see https://temml.org/docs/en/administration
 */
export function mathmlOf(tex: string, display = false): string | undefined {
  if (tex.length > longestMath) return undefined
  try {
    return temml
      .renderToString(tex, {
        displayMode: display,
        maxExpand: 200,
        maxSize: [20, 20],
        strict: false,
        throwOnError: true,
        trust: false,
        // Parted at its operators, so that a narrow screen can break it into lines.
        wrap: 'tex',
      })
      .replace(/ style="[^"]*"/g, '')
  } catch {
    return undefined
  }
}
