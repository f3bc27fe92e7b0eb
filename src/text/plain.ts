import type { Nodes } from 'mdast'
import { escapePattern } from './escapes.ts'
import { mathText } from './math-text.ts'

const keyboardForms = { '’': "'", '‘': "'", '“': '"', '”': '"', '–': '-', '—': '-', '‑': '-' }

/** Replaces curly quotes and dashes by those of a keyboard, one for one, for comparison with what people type. */
export function straightPunctuation(text: string): string {
  return text.replace(/[’‘“”–—‑]/g, (sign) => keyboardForms[sign as keyof typeof keyboardForms])
}

/** Whether words occur in a text as whole words. */
export function occursIn(words: string, text: string): boolean {
  const before = /^[\p{Letter}\p{Number}]/u.test(words) ? '(?<![\\p{Letter}\\p{Number}])' : ''
  const after = /[\p{Letter}\p{Number}]$/u.test(words) ? '(?![\\p{Letter}\\p{Number}])' : ''
  return new RegExp(before + escapePattern(words) + after, 'u').test(text)
}

/**
 * The text of a tree as a reader sees it: a blank line between blocks, mathematics as characters, single spaces. Evidence is
 * looked up in this text.
 */
export function plainText(node: Nodes): string {
  if (node.type === 'inlineMath' || node.type === 'math') return mathText(node.value)
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') {
    return node.value.replace(/\s+/g, ' ')
  }
  if (node.type === 'break') return ' '
  if (!('children' in node)) return ''
  const blocks = node.type === 'root' || node.type === 'list' || node.type === 'blockquote'
  const parts = node.children.map(plainText).filter((part) => !blocks || part.trim())
  return blocks ? parts.join('\n\n') : parts.join('')
}
