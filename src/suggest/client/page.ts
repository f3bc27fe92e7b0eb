import { part } from '../../browser/dom.ts'
import { element } from '../../browser/element.ts'

/** The name under which a browser keeps the draft for the site at a base path. */
export const draftKey = (base: string) => `suggested paper ${base}`

/** The field of a form by its name. Throws when there is none. */
export function control(form: HTMLFormElement, name: string) {
  const field = form.querySelector(`[name="${name}"]`)
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) return field
  throw new Error(`Unexpected form, expected a field ${name}.`)
}

/** A message of a rule as nodes: what stands in backticks is code, everything is text. */
export function messageNodes(message: string): (Node | string)[] {
  return message
    .split(/(`` .*? ``|`[^`]*`)/)
    .map((part, at) =>
      at % 2 === 0 ? part : element('code', { textContent: part.replace(/^`+ ?| ?`+$/g, '') }),
    )
}

/** Says something at a named place of the form; what is wrong is set apart. */
export function say(form: HTMLFormElement, name: string, words: string, wrong = false): void {
  const place = part(form, `say="${name}"`, HTMLElement)
  place.replaceChildren(...messageNodes(words))
  place.classList.toggle('wrong', wrong)
}
