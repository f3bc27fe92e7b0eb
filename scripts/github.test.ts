import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  convertWorkflowTemplate,
  NoOperationTraceWriter,
  parseWorkflow,
} from '@actions/workflow-parser'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { loadSite, papersFolder } from '../src/content/read.ts'

// A stranger's pull request would run with write access, or GitHub would reject a workflow and run no checks.

const folder = '.github'
const read = (path: string) => readFileSync(join(folder, path), 'utf8')
const workflowNames = readdirSync(join(folder, 'workflows'))

const step = z.object({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
})
const workflow = z.object({
  on: z.record(z.string(), z.unknown()),
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(
    z.string(),
    z.object({
      permissions: z.record(z.string(), z.string()).optional(),
      'timeout-minutes': z.number(),
      needs: z.string().optional(),
      steps: z.array(step),
    }),
  ),
})
const load = (name: string) => workflow.parse(parse(read(`workflows/${name}`)))

/** The errors that GitHub's own parser finds in a workflow. */
async function faultsOf(content: string): Promise<string[]> {
  const { context, value } = parseWorkflow({ name: 'w.yml', content }, new NoOperationTraceWriter())
  if (value) await convertWorkflowTemplate(context, value)
  return context.errors.getErrors().map(({ message }) => message)
}

describe.each(workflowNames)('%s', (name) => {
  const { on, permissions, jobs } = load(name)

  test('is valid for GitHub', async () => {
    expect(await faultsOf(read(`workflows/${name}`))).toEqual([])
  })

  test('gives write permissions only to jobs that publish', () => {
    expect(permissions).toEqual({ contents: 'read' })
    const writing = Object.entries(jobs).flatMap(([job, { permissions: own = {} }]) =>
      Object.entries(own).flatMap(([what, level]) =>
        level === 'read' ? [] : [`${name} ${job} ${what}`],
      ),
    )
    const allowed: Record<string, string[]> = {
      'deploy.yml': ['deploy.yml deploy pages', 'deploy.yml deploy id-token'],
      'links.yml': ['links.yml record contents'],
    }
    expect(writing).toEqual(allowed[name] ?? [])
  })

  test('never runs a stranger’s code with the permissions of the repository', () => {
    expect(Object.keys(on)).not.toContain('pull_request_target')
    expect(Object.keys(on)).not.toContain('workflow_run')
    const source = JSON.stringify(parse(read(`workflows/${name}`)))
    expect(source).not.toMatch(/\bsecrets\b|GITHUB_TOKEN|github\.token/)
    for (const job of Object.values(jobs)) {
      const canWrite = Object.values(job.permissions ?? {}).some((level) => level !== 'read')
      const runsNpm = job.steps.some(({ run }) => run?.includes('npm'))
      for (const { run = '', uses = '', with: settings } of job.steps) {
        expect(run).not.toContain('${{')
        // No install scripts run.
        expect(run).not.toMatch(/npm ci(?! --ignore-scripts)/)
        expect(uses).toMatch(/^(?:[\w-]+\/[\w-]+@[\da-f]{40})?$/)
        if (canWrite) expect(run).not.toMatch(/\b(?:npm|npx|node)\b/)
        if (canWrite) expect(uses).toMatch(/^(?:actions\/.*)?$/)
        // The token is not left in the working copy, where programs could read it.
        if (runsNpm && uses.startsWith('actions/checkout'))
          expect(settings).toMatchObject({ 'persist-credentials': false })
      }
    }
  })
})

test('a pull request is checked before it is built, and the site is kept for the curator', () => {
  const { on, jobs } = load('check.yml')
  expect(on).toEqual({ pull_request: null })
  const runs = (job: string) => (jobs[job]?.steps ?? []).flatMap(({ run }) => run ?? [])
  expect(runs('content')).toEqual(['npm ci --ignore-scripts', 'npm run check'])
  expect(runs('site')).toEqual(['npm ci --ignore-scripts', 'npm run build', 'npm test'])
  expect(jobs['site']?.needs).toBe('content')
  const kept = jobs['site']?.steps.find(({ uses }) => uses?.startsWith('actions/upload-artifact'))
  expect(kept?.with).toMatchObject({ path: 'dist' })
})

test('links are requested once a week, and no pull request waits for them', () => {
  expect(load('links.yml').on).toEqual({
    schedule: [{ cron: expect.stringMatching(/^\d+ \d+ \* \* 1$/) }],
    workflow_dispatch: null,
  })
})

const form = z.object({
  body: z.array(
    z.object({
      id: z.string().optional(),
      validations: z.object({ required: z.boolean() }).optional(),
    }),
  ),
})
const fieldsOf = (name: string) =>
  form
    .parse(parse(read(`ISSUE_TEMPLATE/${name}`)))
    .body.flatMap(({ id, validations }) => (id ? `${id}${validations?.required ? '' : '?'}` : []))

test('the forms for issues have the fields that the site fills in', () => {
  expect(fieldsOf('suggest.yml')).toEqual(['paper', 'what?', 'topics?'])
  expect(fieldsOf('correct.yml')).toEqual(['entry', 'what', 'source?'])
})

test('the links of the issue page lead to this site and this repository', () => {
  const config = z.object({ contact_links: z.array(z.object({ url: z.url() })) })
  const { contact_links: links } = config.parse(parse(read('ISSUE_TEMPLATE/config.yml')))
  const { url, base, repository, branch } = loadSite('content', {})
  expect(links.map((link) => link.url)).toEqual([
    new URL(`${base}suggest/`, url).href,
    `${repository}/blob/${branch}/CONTRIBUTING.md`,
  ])
})

test('everything but the entries has an owner', () => {
  const patterns = read('CODEOWNERS')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split(/\s+/))
  const everything = patterns[0] ?? []
  expect(everything[0]).toBe('*')
  expect(everything[1]).toMatch(/^@[\w-]+(?:\/[\w-]+)?$/)
  expect(patterns.slice(1)).toEqual([[`/content/${papersFolder}/`]])
})
