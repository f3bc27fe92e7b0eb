// For the browser's test that still asks here; see fixtures/attacks/all.ts.
export * from '../fixtures/attacks/all.ts'
