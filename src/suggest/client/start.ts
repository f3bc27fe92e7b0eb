import { z } from 'zod'

// The site's policy forbids code made from text, which the library tries for speed unless it is told not to; its
// schemas are made when their modules load.
z.config({ jitless: true })

const form = document.querySelector<HTMLFormElement>('#suggest')
if (form) {
  const { openForm } = await import('./form.ts')
  await openForm(form)
}
