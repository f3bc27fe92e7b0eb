// For commands that still ask here; see engine/guard.ts.
export * from './engine/guard.ts'
