import { type Draft, draftFields } from '../draft.ts'

type Control = HTMLInputElement | HTMLTextAreaElement

const typed = [
  'paste',
  'title',
  'authors',
  'published',
  'paper',
  'venue',
  'doi',
  'abstract',
  'claim',
  'evidence',
  'names',
  'alsoTitled',
  'tags',
  'code',
  'data',
  'model',
  'project',
] as const satisfies readonly (keyof Draft)[]
const ticked = ['topics', 'kind'] as const

/** The field of a form by its name. Throws when there is none. */
export function control(form: HTMLFormElement, name: string): Control {
  const found = form.querySelector<Control>(`:is(input, textarea)[name="${name}"]`)
  if (!found) throw new Error(`No field ${name}`)
  return found
}

const boxes = (form: HTMLFormElement, name: string) => [
  ...form.querySelectorAll<HTMLInputElement>(`input[type=checkbox][name="${name}"]`),
]

/** What a form says; of topics and kinds, those chosen before keep their places. */
export function readFields(form: HTMLFormElement, before: Draft): Draft {
  const texts = Object.fromEntries(typed.map((name) => [name, control(form, name).value]))
  const lists = Object.fromEntries(
    ticked.map((name) => {
      const chosen = boxes(form, name).flatMap((box) => (box.checked ? [box.value] : []))
      const kept = before[name].filter((value) => chosen.includes(value))
      return [name, [...kept, ...chosen.filter((value) => !kept.some((one) => one === value))]]
    }),
  )
  const { file } = before
  return draftFields.parse({ ...texts, ...lists, ...(file !== undefined && { file }) })
}

/** Makes a form say what a draft says. */
export function writeFields(form: HTMLFormElement, draft: Draft): void {
  for (const name of typed) {
    const field = control(form, name)
    if (field.value !== draft[name]) field.value = draft[name]
  }
  for (const name of ticked) {
    const chosen: readonly string[] = draft[name]
    for (const box of boxes(form, name)) box.checked = chosen.includes(box.value)
  }
}
