import fc from 'fast-check'

// A fixed seed gives every run the same cases, so that a failure comes from the change under test. The variable `SEED` sets
// another seed, and `RUNS` the number of cases.
const { SEED: seed = '1', RUNS: runs } = process.env
fc.configureGlobal({ seed: Number(seed), ...(runs && { numRuns: Number(runs) }) })
