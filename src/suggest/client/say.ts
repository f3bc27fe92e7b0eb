import { messageNodes } from './message.ts'

/** Says something at a named place of the form; what is wrong is set apart. */
export type Say = (place: string, words: string, wrong?: boolean) => void

/** The element of the form that a selector names. Throws when it is missing. */
export function part<T extends HTMLElement>(form: HTMLFormElement, selector: string): T {
  const found = form.querySelector<T>(selector)
  if (!found) throw new Error(`Unexpected form, expected ${selector} in it.`)
  return found
}

/** Gives a form its voice. */
export function voiceOf(form: HTMLFormElement): Say {
  return (name, words, wrong = false) => {
    const place = part(form, `[data-say="${name}"]`)
    place.replaceChildren(...messageNodes(words))
    place.classList.toggle('wrong', wrong)
  }
}
