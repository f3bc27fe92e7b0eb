let temml: typeof import('temml')['default'] | undefined

/** Loads Temml. In a browser, where it is large, call this before parsing a text with mathematics. */
export async function loadMath(): Promise<void> {
  temml ??= (await import('temml')).default
}
// Node has it from the start.
if (typeof self === 'undefined')
  temml = process.getBuiltinModule('module').createRequire(import.meta.url)('temml')

/** The longest TeX that is rendered as mathematics, in characters. */
export const longestMath = 500

/** Commands that write characters by number, link, hide or overlap other content, or define commands. */
const refused =
  /\\(?:char|unicode)(?![a-z]).{0,8}|\^\^[\da-fA-F^]{1,8}|\\(?:(?:eq)?ref|label|href|url|includegraphics|html[A-Z]\w*|class|cssId|style|[hv]?phantom|smash|(?:math)?[rlc]lap|hspace\*?|mspace|m?kern|[hm]skip|raisebox|rule|(?:text|page|[fb])?color(?:box)?|[gex]?def|(?:future)?let|global|(?:re)?newcommand\*?)(?![a-zA-Z])/s

/** The first forbidden command in some TeX; undefined if there is none. */
export function refusedCommand(tex: string): string | undefined {
  return refused.exec(tex)?.[0].trim()
}

/**
 * Renders TeX mathematics as MathML; undefined if the TeX is invalid, too long or has a forbidden command. The result has no
 * styles, links or annotations, so it is safe under a strict content policy, and its text is in reading order.
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
        // Allows line breaks at operators, for narrow screens.
        wrap: 'tex',
      })
      .replace(/ style="[^"]*"/g, '')
  } catch {
    return undefined
  }
}
