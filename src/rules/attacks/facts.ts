import { planted } from '../specimen.ts'
import { type Attack, asFact, family } from './attack.ts'

const factsAttacks = [
  '__proto__: {polluted: yes}',
  '__proto__:\n  polluted: yes',
  '"__proto__": {polluted: yes}',
  'constructor: {prototype: {polluted: yes}}',
  'prototype: {polluted: yes}',
  'toString: x',
  'hasOwnProperty: x',
  '<<: {title: Merged}',
  'layout: ../../evil.astro',
  'components: {p: script}',
  'slug: ../../../etc/passwd',
  'draft: true',
  'venue: {toString: x}',
  'venue: [[[[deep]]]]',
  'names: {0: a, length: 4294967295}',
  'formerIds: [../../etc/passwd]',
  'formerIds: ["con prn"]',
]

const yaml = [
  'venue: !!js/function "function () { x }"',
  'venue: !!js/regexp /x/',
  'venue: !!js/undefined ""',
  'venue: !!python/object/apply:os.system [x]',
  'venue: !<tag:evil.org,2024:x> y',
  'venue: !!binary aGVsbG8=',
  'venue: !!set {a, b}',
  'venue: &anchor ACL 2025',
  'names: [&a lol, *a, *a]',
  'venue: *unknown',
  'names: &a [*a]',
  '? {complex: key}\n: value',
  '[a, b]: c',
  '--- !!map',
  '%YAML 1.1',
  '...\nvenue: x',
  'venue: "unclosed',
  'venue: [unclosed',
  'venue: {unclosed',
  'venue: "\\z"',
  'venue: @reserved',
  'venue: `reserved`',
  '\tvenue: ACL 2025',
  'venue: a: b: c',
  'title: "Twice"',
]

/** Facts that reach for what is no fact. */
export const factAttacks: readonly Attack[] = [
  ...family('facts', 'facts', asFact, factsAttacks),
  ...family(
    'facts below facts',
    'facts',
    (text) => planted('  code: https://github.com/example/ties', text),
    [
      '  __proto__: {code: https://evil.org}',
      '  evil: https://evil.org',
      '  code: {toString: x}',
      '  code: [https://evil.org]',
    ],
  ),
  ...family('YAML', 'frontmatter-syntax', asFact, yaml),
]
