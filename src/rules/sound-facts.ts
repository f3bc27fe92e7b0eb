// For commands that still ask here; see engine/sound-facts.ts.
export * from './engine/sound-facts.ts'
