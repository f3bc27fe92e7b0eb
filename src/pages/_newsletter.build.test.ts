import { appendFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { buildSite, copyProject } from '../../scripts/build/build-site.ts'
import { all, attributeOf, builtPages } from '../../scripts/test/built-pages.ts'
import { testedEnvironment } from '../../scripts/test/tested-site.ts'

// A reader would write a mail address into a form that sends it nowhere, or that the browser refuses to send.

let copy = ''
beforeAll(async () => {
  copy = copyProject(`newsletter-${process.pid}`)
  appendFileSync(
    join(copy, 'content', 'site.yaml'),
    'newsletter: {action: https://mail.example/subscribe?list=1, field: address}\n',
  )
  await buildSite(copy, { env: testedEnvironment('root') })
}, 300_000)
afterAll(() => rmSync(copy, { recursive: true, force: true }))

const pageOf = (folder: string, path: string) => {
  const page = builtPages(folder).find((one) => one.path === path)
  if (!page) throw new Error(`Unexpected site without ${path}, expected the page.`)
  return page
}
const policyOf = (page: ReturnType<typeof pageOf>) =>
  attributeOf(page, 'meta[http-equiv=Content-Security-Policy]', 'content')

test('a configured newsletter is a plain form that the page is allowed to send', () => {
  const page = pageOf(join(copy, 'dist'), 'new/')
  expect(attributeOf(page, 'form.newsletter', 'action')).toBe(
    'https://mail.example/subscribe?list=1',
  )
  expect(attributeOf(page, 'form.newsletter', 'method')).toBe('post')
  expect(attributeOf(page, 'form.newsletter input[type=email]', 'name')).toBe('address')
  expect(policyOf(page)).toMatch(/form-action 'self' https:\/\/mail\.example(?:;|$)/)
})

test('without one the page has no such form, and sends nothing to other hosts', () => {
  const page = pageOf(inject('siteFolder'), 'new/')
  expect(all(page, '.newsletter, input[type=email]')).toEqual([])
  expect(policyOf(page)).toMatch(/form-action 'self'(?:;|$)/)
})
