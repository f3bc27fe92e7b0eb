let temml: typeof import('temml')['default'] | undefined

/** Loads what reads mathematics. A browser, where it weighs much, calls this before it reads a text that has some. */
export async function loadMath(): Promise<void> {
  temml ??= (await import('temml')).default
}
if (typeof self === 'undefined') await loadMath()

/** The longest mathematics that is shown as such, in characters of TeX. */
export const longestMath = 500

/** Commands that name a character by its number, and so could show any, or one that no text may have. */
const numbered = /\\(?:char|unicode)(?![a-z]).{0,8}|\^\^[\da-f^]{1,8}/is
/** Commands that link, hide or cover what stands around them, or give names another meaning. */
const misleading =
  /\\(?:(?:eq)?ref|label|href|url|includegraphics|html[A-Z]\w*|class|cssId|style|[hv]?phantom|smash|(?:math)?[rlc]lap|hspace\*?|mspace|m?kern|[hm]skip|raisebox|rule|(?:text|page|[fb])?color(?:box)?|[gex]?def|(?:future)?let|global|(?:re)?newcommand\*?)(?![a-zA-Z])/

/** The first command in TeX mathematics that is never shown as such, and what it does; undefined where there is none. */
export function refusedCommand(
  tex: string,
): { command: string; does: 'mislead' | 'number' } | undefined {
  const number = numbered.exec(tex)?.[0]
  if (number) return { command: number.trim(), does: 'number' }
  const command = misleading.exec(tex)?.[0]
  return command ? { command, does: 'mislead' } : undefined
}

/**
 * TeX mathematics to MathML, or undefined when the TeX cannot be read, is too long or has a refused command. The result has no styles, no
 * links and no annotation, so that it is safe under a strict content policy and reads as plain text in order.
 * @see https://temml.org/docs/en/administration
 */
export function mathmlOf(tex: string, display = false): string | undefined {
  if (!temml || tex.length > longestMath || refusedCommand(tex)) return undefined
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
