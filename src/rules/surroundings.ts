// For commands that still ask here; see engine/surroundings.ts.
export * from './engine/surroundings.ts'
