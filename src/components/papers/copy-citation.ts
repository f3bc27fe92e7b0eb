/** The clipboard's content: plain text, and HTML if the citation has italics. */
function clipboardItem(citation: Element): ClipboardItem {
  const plain = new Blob([citation.textContent ?? ''], { type: 'text/plain' })
  if (!citation.firstElementChild) return new ClipboardItem({ 'text/plain': plain })
  const html = new Blob([citation.innerHTML], { type: 'text/html' })
  return new ClipboardItem({ 'text/plain': plain, 'text/html': html })
}

/** Starts the copy buttons; they stay hidden in a browser that can't copy. */
function enhance(buttons: Iterable<HTMLButtonElement>): void {
  let told: Element | undefined
  for (const button of buttons) {
    const details = button.closest('details')
    const citation = details?.querySelector('[data-citation]')
    const status = details?.querySelector('[role=status]')
    if (!citation || !status) continue
    button.hidden = false
    button.addEventListener('click', async () => {
      if (told) told.textContent = ''
      told = status
      try {
        await navigator.clipboard.write([clipboardItem(citation)])
        status.textContent = `${button.dataset['copy']} copied.`
      } catch {
        status.textContent = 'This browser did not allow copying. Select the text instead.'
      }
    })
  }
}

if (navigator.clipboard && 'ClipboardItem' in window)
  enhance(document.querySelectorAll<HTMLButtonElement>('button[data-copy]'))
