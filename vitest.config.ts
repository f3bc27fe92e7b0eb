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
// Tests assert on outcomes; the limit only ends what hangs, also on a busy machine.
const patience = 120_000
const site = { globalSetup: 'scripts/test/tested-site.ts', hookTimeout: 60_000 }
// Every file of a worker shares its modules: loading them anew would take longer than the tests.
const shared = {
  isolate: false,
  maxWorkers: 2,
  testTimeout: patience,
  expect: { poll: { timeout: 30_000 } },
}

export default defineConfig({
  test: {
    passWithNoTests: false,
    projects: [
      {
        test: {
          name: 'unit',
          include: files(projects.unit),
          exclude: other.flatMap(files),
          setupFiles: 'scripts/test/fixed-seed.ts',
          // It imports JSON as bundlers do, which Node refuses.
          server: { deps: { inline: ['@actions/workflow-parser'] } },
          ...shared,
        },
      },
      { test: { name: 'content', include: files(projects.content), ...shared } },
      { test: { name: 'tools', include: files(projects.tools), ...shared } },
      { test: { name: 'build', include: files(projects.build), ...shared, ...site } },
      { test: { name: 'browser', include: files(projects.browser), ...shared, ...site } },
    ],
  },
})
