import type { DraftFile } from '../draft.ts'
import { control } from './fields.ts'
import type { Say } from './say.ts'

/** Copies the file that stands in the form, or selects it where a browser forbids to copy. */
export async function copyFile(form: HTMLFormElement, say: Say): Promise<void> {
  const text = control(form, 'file')
  try {
    await navigator.clipboard.writeText(text.value)
    say('done', 'The file is copied.')
  } catch {
    text.focus()
    text.select()
    say('done', 'The file is selected: copy it with your keyboard.')
  }
}

/** Downloads a file under the name that it has on the list. */
export function downloadFile({ id, source }: DraftFile, say: Say): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([source], { type: 'text/plain' }))
  link.download = `${id}.mdx`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
  say('done', `The file is downloaded as \`${link.download}\`.`)
}
