// For commands that still ask here; see engine/rule.ts.
export type * from './engine/rule.ts'
