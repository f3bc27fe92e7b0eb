import { draftKey, say } from './page.ts'

/**
 * Wakes the form. What reads and judges a paper weighs much, so that it comes when somebody comes to the form, or has a draft
 * or the words of a search in it.
 */
export function startForm(form: HTMLFormElement, fieldset: HTMLFieldSetElement): void {
  let isOpening = false
  const open = () => {
    if (isOpening) return
    isOpening = true
    load(form).catch((error) => {
      console.error(error)
      isOpening = false
      const reason = 'The form could not be loaded, so nothing can be checked here.'
      say(form, 'verdict', `${reason} Reload the page, or write the file by hand, as below.`, true)
    })
  }
  fieldset.disabled = false
  form.addEventListener('submit', (event) => event.preventDefault())
  for (const event of ['pointerover', 'focusin', 'input']) form.addEventListener(event, open)
  if (hasDraft(form) || new URLSearchParams(location.search).has('paper')) open()
}

function hasDraft({ dataset: { site = '/' } }: HTMLFormElement): boolean {
  try {
    return localStorage.getItem(draftKey(site)) !== null
  } catch {
    return false
  }
}

async function load(form: HTMLFormElement): Promise<void> {
  // Schemas are made when their modules load, so that this comes first.
  await import('./zod-without-eval.ts')
  const { openForm } = await import('./form.ts')
  await openForm(form)
}
