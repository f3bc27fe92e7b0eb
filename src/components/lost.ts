/** The words of a lost address are the best guess at what was looked for. */
function wordsOf(path: string): string {
  const last = path.replace(/\/$/, '').split('/').at(-1) ?? ''
  return last
    .replace(/%[\da-f]{2}/gi, ' ')
    .replace(/\.\w+$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const field = document.querySelector<HTMLInputElement>('#lost-search')
if (field && !field.value) field.value = wordsOf(location.pathname)
