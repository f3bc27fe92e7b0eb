import { debounce } from '../browser/debounce.ts'
import { announce } from './announce.ts'
import { withNote } from './desk.ts'
import { ownDesk } from './own.ts'

/** The debounce delay before a note is saved, in milliseconds. */
const pause = 500

/** Saves the note on a paper's page, and shows its first words when it is folded. */
function startNote(note: HTMLDetailsElement, id: string): void {
  const summary = note.querySelector('summary')
  const field = note.querySelector('textarea')
  if (!summary || !field) return
  const show = () => {
    const text = ownDesk.desk.notes.get(id) ?? ''
    summary.textContent = text && !note.open ? `Note: ${text}` : 'Note'
    if (!keep.isDue() && text !== field.value.trim()) field.value = text
  }
  const keep = debounce(pause, () => {
    ownDesk.change((desk) => withNote(desk, id, field.value))
    announce('Your note is kept.')
  })
  field.addEventListener('input', keep.soon)
  field.addEventListener('blur', keep.flush)
  window.addEventListener('pagehide', keep.flush)
  note.addEventListener('toggle', show)
  ownDesk.watch(show)
  // The reader may have typed before this script ran.
  if (field.value) keep.soon()
  show()
}

const note = document.querySelector<HTMLDetailsElement>('.desk details')
if (note) startNote(note, note.parentElement?.dataset['entry'] ?? '')
