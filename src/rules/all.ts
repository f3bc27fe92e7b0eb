// For commands that still ask here; see engine/all.ts.
export * from './engine/all.ts'
