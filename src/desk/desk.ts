const markValues = ['to-read', 'read'] as const
/** A reader's mark on a paper. */
export type Mark = (typeof markValues)[number]

const switchNames = ['hide-read', 'no-keys', 'no-offline'] as const
/** A setting that is off unless the reader switches it on. */
export type Switch = (typeof switchNames)[number]

/** A reader's marks, notes and settings. Papers that are no longer on the list stay in it. */
export interface Desk {
  /** The marked papers by id, latest last. */
  marks: ReadonlyMap<string, Mark>
  /** The reader's notes on papers, by id. */
  notes: ReadonlyMap<string, string>
  /** The settings that are on. */
  switched: ReadonlySet<Switch>
}

/** A desk without marks, notes or settings. */
export const emptyDesk: Desk = { marks: new Map(), notes: new Map(), switched: new Set() }

const version = 1
const idPattern = /^[a-z0-9-]{1,100}$/
const isMark = (value: unknown): value is Mark => markValues.some((mark) => mark === value)
const isNote = (value: unknown): value is string => typeof value === 'string' && value !== ''
const isSwitch = (value: unknown): value is Switch => switchNames.some((name) => name === value)

/** Parses an object with paper ids as keys. Gives undefined if a key or a value is invalid. */
function parseById<T>(object: unknown, isValid: (value: unknown) => value is T) {
  if (typeof object !== 'object' || object === null || Array.isArray(object)) return undefined
  const pairs = Object.entries(object)
  return pairs.every((pair): pair is [string, T] => idPattern.test(pair[0]) && isValid(pair[1]))
    ? new Map(pairs)
    : undefined
}

/** Parses a text that `writeDesk` wrote. Gives undefined for any other text, including one in the format of a later version. */
export function parseDesk(text: string): Desk | undefined {
  try {
    const { desk, switched, ...rest } = JSON.parse(text) as Record<string, unknown>
    const marks = parseById(rest['marks'], isMark)
    const notes = parseById(rest['notes'], isNote)
    const isKnown = desk === version && Object.keys(rest).length === 2
    if (!isKnown || !marks || !notes || !Array.isArray(switched)) return undefined
    return switched.every(isSwitch) ? { marks, notes, switched: new Set(switched) } : undefined
  } catch {
    return undefined
  }
}

/** Serialises a desk for storage and for files. */
export function writeDesk({ marks, notes, switched }: Desk): string {
  return JSON.stringify({
    desk: version,
    marks: Object.fromEntries(marks),
    notes: Object.fromEntries(notes),
    switched: [...switched],
  })
}

/** A copy of a map in which one value is set, as the latest, or deleted. */
function withValue<T>(
  map: ReadonlyMap<string, T>,
  id: string,
  value: T | undefined,
): Map<string, T> {
  const copy = new Map(map)
  copy.delete(id)
  if (value !== undefined) copy.set(id, value)
  return copy
}

/** A desk with a paper's mark set or removed. */
export function withMark(desk: Desk, id: string, mark: Mark | undefined): Desk {
  return { ...desk, marks: withValue(desk.marks, id, mark) }
}

/** A desk with a paper's note set, or removed if the text is empty. */
export function withNote(desk: Desk, id: string, text: string): Desk {
  return { ...desk, notes: withValue(desk.notes, id, text.trim() || undefined) }
}

/** Whether a paper is hidden, because the reader has read it and hides read papers. */
export function isHidden({ marks, switched }: Desk, id: string): boolean {
  return marks.get(id) === 'read' && switched.has('hide-read')
}

/** A desk with a setting on or off. */
export function withSwitch(desk: Desk, name: Switch, on: boolean): Desk {
  const switched = new Set(desk.switched)
  if (on) switched.add(name)
  else switched.delete(name)
  return { ...desk, switched }
}
