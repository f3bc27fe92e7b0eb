import { type Ended, runProgram } from '../terminal/program.ts'
import { step, type Tell } from '../terminal/progress.ts'

/** What came of a stage. */
export interface Outcome {
  passed: number
  failed: number
  /** What there is to read when something failed. */
  report: string
}

/** One stage of `npm test`. */
export interface Stage {
  /** Its name on the command line. */
  name: string
  title: string
  run(tell: Tell): Promise<Outcome>
}

/** The outcome of a program that either does what it should or does not: it counts as one test. */
export function oneTest({ code, output }: Ended): Outcome {
  return code === 0
    ? { passed: 1, failed: 0, report: '' }
    : { passed: 0, failed: 1, report: output.trim() }
}

/** A stage that runs one program of the project with this Node and counts as one test. */
export function programStage(
  name: string,
  title: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Stage {
  return {
    name,
    title,
    run: async (tell) => oneTest(await runProgram(process.execPath, args, { env, onLine: tell })),
  }
}

/** Runs stages one after the other, shows each and what failed in it, and gives the sum. A stage that throws has failed. */
export async function runStages(stages: readonly Stage[]): Promise<Outcome> {
  const sum: Outcome = { passed: 0, failed: 0, report: '' }
  for (const stage of stages) {
    const { passed, failed, report } = await outcomeOf(stage)
    sum.passed += passed
    sum.failed += failed
    if (failed > 0) console.log(`\n${report}\n`)
  }
  return sum
}

async function outcomeOf(stage: Stage): Promise<Outcome> {
  let outcome: Outcome = { passed: 0, failed: 1, report: '' }
  try {
    await step(
      stage.title,
      async (tell) => {
        outcome = await stage.run(tell)
        if (outcome.failed > 0) throw outcome
      },
      () => `${outcome.passed} passed`,
    )
  } catch (error) {
    if (error !== outcome)
      outcome.report = error instanceof Error ? (error.stack ?? '') : `${error}`
  }
  return outcome
}
