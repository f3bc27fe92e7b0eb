import { type Desk, withMark, withNote } from './desk.ts'

/** Merges the marks and notes of another desk: a paper read on either is read, and two different notes are joined. */
export function merged(own: Desk, other: Pick<Desk, 'marks' | 'notes'>): Desk {
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

/** Undoes one step: the desk before it, with the changes made since it was done. */
export function undone({ before, done }: { before: Desk; done: Desk }, now: Desk): Desk {
  const ids = (kind: 'marks' | 'notes') =>
    [...new Set([...done[kind].keys(), ...now[kind].keys()])].filter(
      (id) => done[kind].get(id) !== now[kind].get(id),
    )
  let desk = before
  for (const id of ids('marks')) desk = withMark(desk, id, now.marks.get(id))
  for (const id of ids('notes')) desk = withNote(desk, id, now.notes.get(id) ?? '')
  return desk
}

/** A desk on which a paper has a new id. */
export function renamed(desk: Desk, former: string, id: string): Desk {
  const mark = desk.marks.get(former)
  const note = desk.notes.get(former)
  if (!mark && !note) return desk
  return merged(withNote(withMark(desk, former, undefined), former, ''), {
    marks: new Map(mark ? [[id, mark]] : []),
    notes: new Map(note ? [[id, note]] : []),
  })
}
