import { expect, test } from 'vitest'
import { isTitleOf } from './title-match.ts'

// A reader who pastes a title would find another paper first.

const paper = { title: 'ALR²: A Framework', also: 'Retrieve, then Reason; Another title' }

test.each([
  ['alr2 a framework', true],
  ['ALR² — a FRAMEWORK!', true],
  ['another title', true],
  ['a framework', false],
  ['', false],
])('%s: %s', (text, expected) => {
  expect(isTitleOf(text, paper)).toBe(expected)
})
