import { shown } from './words.ts'

/** The message for text that MDX reads as code, from the text that begins with it and what stands before it in its line. */
export function sayOfCode(rest = '', before = ''): string {
  const only = 'expected prose only'
  if (/^(?:import|export)\b/.test(rest)) {
    const word = rest.slice(0, 6)
    const entity = `&#${word.charCodeAt(0)};${word.slice(1)}`
    return `Unexpected ${shown(rest.split('\n', 1)[0] ?? '', 40)}, which MDX would run as code, ${only}. Take the line out, or write \`${entity}\` where it is a word of the abstract.`
  }
  const comment = /^<!--.*?(?:-->|$)|^\{\s*\/\*.*?(?:\*\/\s*\}|$)/s.exec(rest)?.[0]
  if (comment) return `Unexpected comment ${shown(comment, 40)}, ${only}. Take it out.`
  const address = /^<(https?:[^>\s]+)>/.exec(rest)?.[1]
  if (address) {
    return `Unexpected ${shown(`<${address}>`, 60)}, which MDX reads as a tag, ${only}. Write ${shown(`[${address}](${address})`, 300)}.`
  }
  if (rest.startsWith('{')) {
    const command = /\\([a-zA-Z]+)\*?\s*$/.exec(before)?.[1]
    const argument = /^\{([^{}]*)\}/.exec(rest)?.[1]
    if (command && argument !== undefined) return sayOfTex(command, argument)
    const code = shownCode(/^\{[^{}]*\}/.exec(rest)?.[0] ?? '{')
    const cure = code.length > 1 ? `\`\\${code}\` to show the braces` : '`\\{` to show the brace'
    return `Unexpected \`${code}\`, which MDX would run as code, ${only}. Write ${cure}.`
  }
  const tag = shownCode(
    /^<\/?[^<>{}]*>|^<[/!?]?[\w.:-]{0,12}/.exec(rest)?.[0].replace(/[.:-]+$/, '') ?? '<',
  )
  const markdown = markdownOf(tag)
  return `Unexpected \`${tag}\`, which MDX would run as code, ${only}. Write ${markdown ?? `\`\\${tag}\` to show it as text`}.`
}

function sayOfTex(command: string, argument: string): string {
  const words = shownCode(argument)
  const cures: Record<string, string> = {
    url: `Write \`[${words}](${words})\``,
    href: 'Write `[words](https://…)`',
    cite: 'Write the words that readers see, or take it out',
    textbf: `Write \`**${words}**\``,
    textit: `Write \`_${words}_\``,
    emph: `Write \`_${words}_\``,
  }
  const name = /^cite/.test(command) ? 'cite' : command
  const cure = Object.hasOwn(cures, name) ? cures[name] : `Write \`${words}\``
  return `Unexpected TeX command \`\\${command}{${words}}\`, whose braces MDX would run as code, expected prose only. ${cure}.`
}

/** Code on one line, short enough for a message. */
function shownCode(code: string): string {
  const line = code.replace(/\s+/g, ' ').replaceAll('`', "'")
  return line.length > 40 ? `${line.slice(0, 39)}…` : line
}

const marks: Record<string, string> = {
  a: '`[words](https://…)`',
  b: '`**words**`',
  strong: '`**words**`',
  i: '`_words_`',
  em: '`_words_`',
  p: 'a blank line between paragraphs',
  br: 'a blank line between paragraphs',
  sup: 'the raised characters themselves, such as `²`',
  sub: 'the lowered characters themselves, such as `₂`',
}

/** What to write instead of an HTML element that prose has another way for. */
function markdownOf(tag: string): string | undefined {
  const name = /^<\/?([a-z]+)(?=[\s/>])/i.exec(tag)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(marks, name) ? marks[name] : undefined
}
