/** A citation for the clipboard: as plain text, and as HTML if it has italics. */
function clipboardItem(citation: Element): ClipboardItem {
  const plain = new Blob([citation.textContent ?? ''], { type: 'text/plain' })
  if (!citation.firstElementChild) return new ClipboardItem({ 'text/plain': plain })
  const html = new Blob([citation.innerHTML], { type: 'text/html' })
  return new ClipboardItem({ 'text/plain': plain, 'text/html': html })
}

// In a browser that can't copy, the buttons stay hidden.
const canCopy = navigator.clipboard && 'ClipboardItem' in window
let lastStatus: Element | undefined
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  const details = button.closest('details')
  const citation = details?.querySelector('[data-citation]')
  const status = details?.querySelector('[role=status]')
  if (!canCopy || !citation || !status) continue
  button.hidden = false
  button.addEventListener('click', async () => {
    if (lastStatus) lastStatus.textContent = ''
    lastStatus = status
    try {
      await navigator.clipboard.write([clipboardItem(citation)])
      status.textContent = `${button.dataset['copy']} copied.`
    } catch {
      status.textContent = 'This browser did not allow copying. Select the text instead.'
    }
  })
}
