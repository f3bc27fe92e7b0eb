import { HtmlValidate } from 'html-validate'
import { expect, inject, test } from 'vitest'
import { builtPages } from '../../scripts/test/built-pages.ts'

// Browsers and screen readers would have to guess what a page means.

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // The checkboxes of one question share its name.
    'form-dup-name': ['error', { shared: ['button', 'checkbox', 'radio', 'reset', 'submit'] }],
    // Titles of papers may be long.
    'long-title': 'off',
    // The site's own files need no integrity hash.
    'require-sri': ['error', { target: 'crossorigin' }],
  },
})

test('every page is valid HTML', async () => {
  const faults: string[] = []
  for (const { file, html } of builtPages(inject('siteFolder'))) {
    const { results } = await validator.validateString(html, file)
    for (const { messages } of results) {
      for (const { line, column, ruleId, message } of messages)
        faults.push(`${file}:${line}:${column} ${message} (${ruleId})`)
    }
  }
  expect(faults).toEqual([])
})
