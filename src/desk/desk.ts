/** A reader's mark on a paper. */
export type Mark = 'to-read' | 'read'

/** A setting that a reader has changed from its default. */
export type Switch = 'hide-read' | 'no-keys' | 'no-offline'

/** A reader's marks, notes and settings. Ids that are no longer on the list are kept. */
export interface Desk {
  /** The marked papers by id, latest last. */
  marks: ReadonlyMap<string, Mark>
  /** The reader's notes on papers, by id. */
  notes: ReadonlyMap<string, string>
  switched: ReadonlySet<Switch>
}

/** The desk of a reader who has marked nothing. */
export const emptyDesk: Desk = { marks: new Map(), notes: new Map(), switched: new Set() }

const version = 1
const idShape = /^[a-z0-9-]{1,100}$/
const isMark = (value: unknown): value is Mark => value === 'to-read' || value === 'read'
const isNote = (value: unknown): value is string => typeof value === 'string' && value !== ''
const isSwitch = (value: unknown): value is Switch =>
  value === 'hide-read' || value === 'no-keys' || value === 'no-offline'

/** The entries of an object whose keys are ids; undefined if anything in it is invalid. */
function soundEntries<T>(value: unknown, sound: (value: unknown) => value is T) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const entries = Object.entries(value)
  return entries.every((entry): entry is [string, T] => idShape.test(entry[0]) && sound(entry[1]))
    ? new Map(entries)
    : undefined
}

/** Parses what `writeDesk` wrote; undefined for anything else, including the format of a later version. */
export function parseDesk(text: string): Desk | undefined {
  try {
    const { desk, marks, notes, switched, ...rest } = JSON.parse(text) as Record<string, unknown>
    const soundMarks = soundEntries(marks, isMark)
    const soundNotes = soundEntries(notes, isNote)
    const known = desk === version && Object.keys(rest).length === 0
    if (!known || !soundMarks || !soundNotes || !Array.isArray(switched)) return undefined
    if (!switched.every(isSwitch)) return undefined
    return { marks: soundMarks, notes: soundNotes, switched: new Set(switched) }
  } catch {
    return undefined
  }
}

/** A desk as text, for storage and for files. */
export function writeDesk({ marks, notes, switched }: Desk): string {
  return JSON.stringify({
    desk: version,
    marks: Object.fromEntries(marks),
    notes: Object.fromEntries(notes),
    switched: [...switched],
  })
}

function changed<T>(map: ReadonlyMap<string, T>, id: string, value: T | undefined): Map<string, T> {
  const copy = new Map(map)
  copy.delete(id)
  if (value !== undefined) copy.set(id, value)
  return copy
}

/** A desk with a paper's mark set or removed. */
export function withMark(desk: Desk, id: string, mark: Mark | undefined): Desk {
  return { ...desk, marks: changed(desk.marks, id, mark) }
}

/** A desk with a paper's note set, or removed if the text is empty. */
export function withNote(desk: Desk, id: string, text: string): Desk {
  return { ...desk, notes: changed(desk.notes, id, text.trim() || undefined) }
}

/** Whether a paper is hidden: it is read, and the reader hides read papers. */
export function isHidden({ marks, switched }: Desk, id: string): boolean {
  return marks.get(id) === 'read' && switched.has('hide-read')
}

/** A desk with a setting switched on or off. */
export function withSwitch(desk: Desk, name: Switch, on: boolean): Desk {
  const switched = new Set(desk.switched)
  if (on) switched.add(name)
  else switched.delete(name)
  return { ...desk, switched }
}
