import { withNote } from './desk.ts'
import { ownDesk } from './own.ts'
import { report } from './voice.ts'

/** How long writing must pause before a note is kept, in milliseconds. */
const pause = 500

/** Keeps what a reader writes in the note of a paper's page, and shows how it begins where it is folded. */
function startNote(note: HTMLDetailsElement, id: string): void {
  const summary = note.querySelector('summary')
  const field = note.querySelector('textarea')
  if (!summary || !field) return
  let timer: ReturnType<typeof setTimeout> | undefined
  const show = () => {
    const text = ownDesk.desk.notes.get(id) ?? ''
    summary.textContent = text && !note.open ? `Note: ${text}` : 'Note'
    if (timer === undefined && text !== field.value.trim()) field.value = text
  }
  const keep = () => {
    if (timer === undefined) return
    clearTimeout(timer)
    timer = undefined
    ownDesk.change((desk) => withNote(desk, id, field.value))
    report('Your note is kept.')
  }
  field.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(keep, pause)
  })
  field.addEventListener('blur', keep)
  window.addEventListener('pagehide', keep)
  note.addEventListener('toggle', show)
  ownDesk.watch(show)
  // The reader may have been faster than this script.
  if (field.value) timer = setTimeout(keep, pause)
  show()
}

const note = document.querySelector<HTMLDetailsElement>('.desk details')
if (note) startNote(note, note.parentElement?.dataset['entry'] ?? '')
