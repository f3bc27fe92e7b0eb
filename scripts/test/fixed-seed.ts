import fc from 'fast-check'

// The seed is fixed, so that a failure comes from the change under test. `SEED` sets another one, `RUNS` the number of cases.
const { SEED: seed = '1', RUNS: runs } = process.env
fc.configureGlobal({ seed: Number(seed), ...(runs && { numRuns: Number(runs) }) })
