// For commands that still ask here; see engine/near-titles.ts.
export * from './engine/near-titles.ts'
