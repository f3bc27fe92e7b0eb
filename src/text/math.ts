let temml: typeof import('temml')['default'] | undefined

/** Loads what reads mathematics. A browser, where it weighs much, calls this before it reads a text that has some. */
export async function loadMath(): Promise<void> {
  temml ??= (await import('temml')).default
}
// Node has it from the start.
if (typeof self === 'undefined')
  temml = process.getBuiltinModule('module').createRequire(import.meta.url)('temml')

/** The longest mathematics that is shown as such, in characters of TeX. */
export const longestMath = 500

/** Commands that name a character by its number, link, hide or cover what stands around them, or give names another meaning. */
const refused =
  /\\(?:char|unicode)(?![a-z]).{0,8}|\^\^[\da-fA-F^]{1,8}|\\(?:(?:eq)?ref|label|href|url|includegraphics|html[A-Z]\w*|class|cssId|style|[hv]?phantom|smash|(?:math)?[rlc]lap|hspace\*?|mspace|m?kern|[hm]skip|raisebox|rule|(?:text|page|[fb])?color(?:box)?|[gex]?def|(?:future)?let|global|(?:re)?newcommand\*?)(?![a-zA-Z])/s

/** The first command in TeX mathematics that is never shown as such; undefined where there is none. */
export function refusedCommand(tex: string): string | undefined {
  return refused.exec(tex)?.[0].trim()
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
