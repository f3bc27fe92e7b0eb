import { type Desk, withMark, withNote } from './desk.ts'

/** Merges the marks and notes of another desk into one. A paper that is read on either is read, and different notes on a paper are joined. */
export function mergeDesks(own: Desk, other: Pick<Desk, 'marks' | 'notes'>): Desk {
  const marks = new Map(own.marks)
  for (const [id, mark] of other.marks) if (marks.get(id) !== 'read') marks.set(id, mark)
  let desk: Desk = { ...own, marks }
  for (const [id, note] of other.notes) {
    const before = desk.notes.get(id) ?? ''
    if (before.includes(note)) continue
    desk = withNote(desk, id, note.includes(before) ? note : `${before}\n\n${note}`)
  }
  return desk
}

/** Undoes one step: gives the desk before it, with the changes that were made after it. */
export function undoStep({ before, after }: { before: Desk; after: Desk }, now: Desk): Desk {
  const changedIds = (kind: 'marks' | 'notes') =>
    [...new Set([...after[kind].keys(), ...now[kind].keys()])].filter(
      (id) => after[kind].get(id) !== now[kind].get(id),
    )
  let desk = before
  for (const id of changedIds('marks')) desk = withMark(desk, id, now.marks.get(id))
  for (const id of changedIds('notes')) desk = withNote(desk, id, now.notes.get(id) ?? '')
  return desk
}

/** Moves the mark and the note of a paper from a former id to its present one. */
export function renamePaper(desk: Desk, former: string, id: string): Desk {
  const mark = desk.marks.get(former)
  const note = desk.notes.get(former)
  if (!mark && !note) return desk
  return mergeDesks(withNote(withMark(desk, former, undefined), former, ''), {
    marks: new Map(mark ? [[id, mark]] : []),
    notes: new Map(note ? [[id, note]] : []),
  })
}
