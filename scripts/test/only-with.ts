import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Stage } from './stage.ts'

function isInstalled(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

/**
 * A stage that needs programs which a machine with Node alone does not have. Without them it says so and counts nothing,
 * except where `CI` is set: there its tests run, and fail with what to install.
 */
export function onlyWith(programs: readonly string[], stage: Stage): Stage {
  return {
    ...stage,
    run: async (tell) => {
      const missing = programs.filter((program) => !isInstalled(program))
      if (missing.length === 0 || process.env['CI']) return stage.run(tell)
      console.log(`\n${stage.title}: left out, this machine has no ${missing.join(' and no ')}.`)
      return { passed: 0, failed: 0, report: '' }
    },
  }
}
