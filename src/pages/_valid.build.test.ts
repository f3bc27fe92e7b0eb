import { HtmlValidate } from 'html-validate'
import { expect, inject, test } from 'vitest'
import { builtPages } from '../../scripts/test/built-pages.ts'

// A reader's browser would have to guess what a page means, and so would a screen reader.

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // The boxes of one question share its name.
    'form-dup-name': ['error', { shared: ['button', 'checkbox', 'radio', 'reset', 'submit'] }],
    // A paper's title is as long as its authors made it.
    'long-title': 'off',
    // A file of the site itself needs no integrity hash; one of another host would.
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
