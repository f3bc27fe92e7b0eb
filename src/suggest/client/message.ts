/** A message of a rule as nodes: what stands in backticks is code, everything is text. */
export function messageNodes(message: string): (HTMLElement | string)[] {
  return message.split(/(`` .*? ``|`[^`]*`)/).flatMap((part, at) => {
    if (at % 2 === 0) return part || []
    const code = document.createElement('code')
    code.textContent = part.replace(/^`+ ?| ?`+$/g, '')
    return code
  })
}
