import fc from 'fast-check'

// Every run draws the same random cases, so that a failure is of the change that is tested. `SEED` draws others, `RUNS` more.
const { SEED: seed = '1', RUNS: runs } = process.env
fc.configureGlobal({ seed: Number(seed), ...(runs && { numRuns: Number(runs) }) })
