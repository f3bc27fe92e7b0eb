import type { Nodes } from 'mdast'
import { escapePattern } from './escapes.ts'
import { mathText } from './math-text.ts'

const typed = { '’': "'", '‘': "'", '“': '"', '”': '"', '–': '-', '—': '-', '‑': '-' }

/** Text with quotes and dashes as a keyboard has them, letter for letter: what people type is compared as this. */
export function straightPunctuation(text: string): string {
  return text.replace(/[’‘“”–—‑]/g, (sign) => typed[sign as keyof typeof typed])
}

/** Whether words stand in a text, neither the first nor the last of them as a part of a longer one. */
export function occursIn(words: string, text: string): boolean {
  const before = /^[\p{Letter}\p{Number}]/u.test(words) ? '(?<![\\p{Letter}\\p{Number}])' : ''
  const after = /[\p{Letter}\p{Number}]$/u.test(words) ? '(?![\\p{Letter}\\p{Number}])' : ''
  return new RegExp(before + escapePattern(words) + after, 'u').test(text)
}

/**
 * The words of a tree as a reader sees them: blocks parted by a blank line, mathematics as its characters, white space
 * folded. This is the text in which evidence is looked up.
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
