import { escapeControls } from './terminal-text.ts'

/** One fault in one place, as a rule reports it. Every finding is an error. */
export interface Finding {
  /** The file, relative to the project's root, with forward slashes. */
  path: string
  /** Line, from 1. */
  line: number
  /** Column, from 1. */
  column: number
  /** The rule's name: its file under `src/rules`, its section in CONTRIBUTING. */
  rule: string
  /** *Unexpected X, expected Y*, then one imperative sentence that says what to write. */
  message: string
  /** The other file, when two collide. */
  other?: string
}

/** Orders findings by file, then by place, then by rule. */
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
