import { type Draft, draftFields, emptyDraft } from '../draft.ts'
import { draftKey } from './page.ts'

/** What a form says; of topics and kinds, those chosen before keep their places. */
export function readFields(form: HTMLFormElement, before: Draft): Draft {
  const data = new FormData(form)
  const chosen = (name: 'topics' | 'kind') => {
    const ticked = data.getAll(name)
    const kept = before[name].filter((value) => ticked.includes(value))
    return [...new Set([...kept, ...ticked])]
  }
  const lists = { topics: chosen('topics'), kind: chosen('kind') }
  return draftFields.parse({ ...Object.fromEntries(data), ...lists, file: before.file })
}

/** Makes a form say what a draft says. The file's own field is left alone. */
export function writeFields(form: HTMLFormElement, draft: Draft): void {
  const { file: _, ...fields } = draft
  const saying = new Map<string, string | readonly string[]>(Object.entries(fields))
  for (const field of form.elements) {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) continue
    const said = saying.get(field.name)
    if (typeof said === 'string') {
      if (field.value !== said) field.value = said
    } else if (said && field instanceof HTMLInputElement) field.checked = said.includes(field.value)
  }
}

/** The draft that this browser keeps for the site at a base path. A browser may forbid to keep one. */
export function keptDraft(base: string) {
  const key = draftKey(base)
  return {
    load(): Draft {
      try {
        return draftFields.parse(JSON.parse(localStorage.getItem(key) ?? '{}'))
      } catch {
        return emptyDraft
      }
    },
    /** Keeps a draft, or forgets it when there is none. Says whether the browser did. */
    keep(draft: Draft | undefined): boolean {
      try {
        if (draft) localStorage.setItem(key, JSON.stringify(draft))
        else localStorage.removeItem(key)
        return true
      } catch {
        return draft === undefined
      }
    },
  }
}
