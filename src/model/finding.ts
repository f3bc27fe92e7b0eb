import { escapeControls } from './terminal-text.ts'

/** A fault at one place, as a rule reports it. Every finding is an error. */
export interface Finding {
  /** The file, relative to the project's root, with forward slashes. */
  path: string
  /** The line, from 1. */
  line: number
  /** The column, from 1. */
  column: number
  /** The rule's name, which is also its file in `src/rules` and its section in CONTRIBUTING. */
  rule: string
  /** *Unexpected X, expected Y*, then one imperative sentence that says what to write. */
  message: string
  /** The other file, if two files collide. */
  other?: string
}

/** Compares findings by file, then by place, then by rule; for `sort`. */
export function comparePlaces(a: Finding, b: Finding): number {
  return (
    (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) ||
    a.line - b.line ||
    a.column - b.column ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  )
}

/** A finding on one line: `content/papers/x.mdx:6:5 Unexpected … (topics)`. */
export function findingLine({ path, line, column, message, rule }: Finding): string {
  return escapeControls(`${path}:${line}:${column} ${message} (${rule})`)
}
