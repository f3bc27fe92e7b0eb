import { defineConfig } from 'vitest/config'

const projects = {
  /** Functions, by themselves. */
  unit: 'test.ts',
  /** The real `content/`. */
  content: 'content.test.ts',
  /** The built site's files. */
  build: 'build.test.ts',
  /** The built site in a real browser. */
  browser: 'browser.test.ts',
  /** Functions, with programs that a machine need not have. */
  tools: 'tools.test.ts',
}

const files = (ending: string) => [`src/**/*.${ending}`, `scripts/**/*.${ending}`]
const other = [projects.content, projects.build, projects.browser, projects.tools]
// Tests assert on outcomes, never on time: the limit only ends what hangs, also on a busy machine.
const patience = 120_000
const site = { globalSetup: 'scripts/test/tested-site.ts', hookTimeout: 60_000 }

export default defineConfig({
  test: {
    passWithNoTests: false,
    projects: [
      {
        test: {
          name: 'unit',
          include: files(projects.unit),
          exclude: other.flatMap(files),
          setupFiles: 'scripts/test/same-cases.ts',
          testTimeout: patience,
          // It imports JSON as bundlers do, which Node refuses.
          server: { deps: { inline: ['@actions/workflow-parser'] } },
        },
      },
      { test: { name: 'content', include: files(projects.content), testTimeout: patience } },
      { test: { name: 'tools', include: files(projects.tools), testTimeout: patience } },
      { test: { name: 'build', include: files(projects.build), testTimeout: patience, ...site } },
      {
        test: {
          name: 'browser',
          include: files(projects.browser),
          testTimeout: 240_000,
          maxWorkers: 2,
          ...site,
        },
      },
    ],
  },
})
