import { planted, specimen } from '../specimen.ts'
import { type Attack, alone, family, inBody } from './attack.ts'

/** What every piece of code would do if it ran: the test looks for its traces. */
const crime = `globalThis.canary = 1`

const esm = [
  `import fs from 'node:fs'`,
  `import 'node:fs'`,
  `import * as os from 'node:os'`,
  `export const x = ${'await import("node:fs")'}`,
  `export default function A() { ${crime} }`,
  `export * from './other.mdx'`,
  `export { x } from 'https://evil.org/x.js'`,
  `export const x = (() => { ${crime} })()`,
  `export class A { static { ${crime} } }`,
  `import x from "data:text/javascript,${crime}"`,
  `export let components = { p: 'script' }`,
]

const expressions = [
  `{${crime}}`,
  `{(() => { ${crime} })()}`,
  `{await import('node:fs')}`,
  `{process.env.HOME}`,
  `{globalThis.process.exit(1)}`,
  `{new Function('${crime}')()}`,
  `{import.meta.env}`,
  `{this.constructor.constructor('${crime}')()}`,
  ['{`$', '{globalThis.canary = 1}`}'].join(''),
  `{/* ${crime} */}`,
  '{"quoted"}',
  '{<script>x</script>}',
  '{[1, 2].map((n) => n)}',
  '{{}}',
  '{',
  `{${crime}`,
  '{...props}',
]

const jsx = [
  `<script>${crime}</script>`,
  `<script src="https://evil.org/x.js"></script>`,
  `<script>`,
  `</script>`,
  `<Script />`,
  `<>fragment</>`,
  `<a.b.c />`,
  `<svg:use href="x" />`,
  `<img src="x" onerror="${crime}" />`,
  `<img src="x" onerror={${crime}} />`,
  `<body onload="x">words</body>`,
  `<iframe src="https://evil.org"></iframe>`,
  `<iframe srcdoc="<script>x</script>" />`,
  `<svg onload="x"></svg>`,
  `<math><mtext></mtext></math>`,
  `<object data="x"></object>`,
  `<embed src="x" />`,
  `<form action="https://evil.org"><input /></form>`,
  `<style>body { display: none }</style>`,
  `<link rel="stylesheet" href="https://evil.org/x.css" />`,
  `<meta http-equiv="refresh" content="0" />`,
  `<base href="https://evil.org/" />`,
  `<a href="javascript:x">click</a>`,
  `<details open ontoggle="x">words</details>`,
  `<video><source onerror="x" /></video>`,
  `<template>words</template>`,
  `<Component {...props} />`,
  `<Component render={() => 1} />`,
  `<Fragment set:html="<b>x</b>" />`,
  `<p set:html={'x'}>words</p>`,
  `<!-- comment -->`,
  `<!DOCTYPE html>`,
  `<![CDATA[ x ]]>`,
  `<?xml version="1.0"?>`,
  `<https://evil.org>`,
  `<user@evil.org>`,
  `<b`,
  `<b/x>`,
  `<1>`,
]

/** Code in every position, were it run. */
export const codeAttacks: readonly Attack[] = [
  ...family('statements', 'prose-only', alone, esm),
  ...family(
    'statements at the end',
    'prose-only',
    (text) => `${specimen}\n${text}\n`,
    esm.slice(0, 4),
  ),
  ...family('expressions between blocks', 'prose-only', alone, expressions),
  ...family('expressions in text', 'prose-only', inBody, expressions),
  ...family('tags between blocks', 'prose-only', alone, jsx),
  ...family('tags in text', 'prose-only', inBody, jsx),
  ...family(
    'expressions in the notes',
    'prose-only',
    (text) => planted('The sets', `${text} The sets`),
    expressions.slice(0, 4),
  ),
  ...family(
    'expressions in lists',
    'prose-only',
    (text) => planted('The sets', `- ${text}\n\nThe sets`),
    expressions.slice(0, 4),
  ),
  ...family(
    'expressions in links',
    'prose-only',
    (text) => planted('[code]', `[${text}]`),
    expressions.slice(0, 4),
  ),
  ...family('images', 'prose-only', inBody, [
    '![x](javascript:x)',
    '![x](https://evil.org/pixel.png)',
  ]),
  ...family('definitions', 'prose-only', (text) => `${specimen}\n${text}\n`, [
    '[code]: javascript:x',
    '[^1]: x',
  ]),
]
