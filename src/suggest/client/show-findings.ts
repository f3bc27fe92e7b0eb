import type { Finding } from '../../model/finding.ts'
import { paperPath } from '../../model/page-path.ts'
import type { DraftFile } from '../draft.ts'
import { factOf, twinOf } from '../judge.ts'
import { messageNodes } from './message.ts'

const groups = ['topics', 'kind']

/** The name of the field in which a finding is to be mended; the file's own where no field holds it. */
function fieldOf(form: HTMLFormElement, finding: Finding, { source }: DraftFile): string {
  const fact = factOf(finding, source)
  const link = /^\s+(\w+):/.exec(source.split('\n')[finding.line - 1] ?? '')?.[1]
  const name = fact === 'links' ? (link ?? 'code') : (fact ?? '')
  const exists = /^\w+$/.test(name) && form.querySelector(`[name="${name}"]`)
  return exists ? name : 'file'
}

/** Shows findings in the list and beside their fields; those of what nobody has come to yet only in the list. */
export function showFindings(
  form: HTMLFormElement,
  judged: { file: DraftFile; findings: readonly Finding[]; byHand: boolean } | undefined,
  { touched, site }: { touched: ReadonlySet<string>; site: string },
): void {
  const byField = new Map<string, Finding[]>()
  const items: HTMLElement[] = []
  for (const finding of judged?.findings ?? []) {
    if (!judged) break
    const field = judged.byHand ? 'file' : fieldOf(form, finding, judged.file)
    byField.set(field, [...(byField.get(field) ?? []), finding])
    items.push(itemOf(form, finding, judged.file, { field, site }))
  }
  form.querySelector('[data-findings]')?.replaceChildren(...items)
  for (const note of form.querySelectorAll<HTMLElement>('.field-note')) {
    const name = note.id.replace(/^suggest-|-note$/g, '')
    const own = touched.has(name) ? (byField.get(name) ?? []) : []
    note.classList.toggle('wrong', own.length > 0)
    const words = own.map(({ message, rule }) => `${message} (${rule})`).join(' ')
    note.replaceChildren(...messageNodes(words || (note.dataset['hint'] ?? '')))
    if (groups.includes(name)) continue
    const field = form.querySelector(`:is(input, textarea)[name="${name}"]`)
    if (own.length > 0) field?.setAttribute('aria-invalid', 'true')
    else field?.removeAttribute('aria-invalid')
  }
}

function itemOf(
  form: HTMLFormElement,
  finding: Finding,
  { path, source }: DraftFile,
  { field, site }: { field: string; site: string },
): HTMLElement {
  const { line, column, rule, message } = finding
  const item = document.createElement('li')
  const place = document.createElement('button')
  place.type = 'button'
  place.textContent = `${line}:${column}`
  place.setAttribute('aria-label', `${line}:${column}, go to this line and column`)
  place.addEventListener('click', () => goTo(form, field, finding, source))
  const words = document.createElement('span')
  words.append(...messageNodes(message), ` (${rule})`)
  item.append(place, words)
  const twin = twinOf(finding, path)
  if (twin) {
    const link = document.createElement('a')
    link.href = `${site}${paperPath(twin).slice(1)}`
    link.textContent = 'See that entry'
    words.append(' ', link, '.')
  }
  return item
}

function goTo(form: HTMLFormElement, field: string, { line, column }: Finding, source: string) {
  const target = form.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name="${field}"]`)
  target?.closest('details')?.setAttribute('open', '')
  target?.focus()
  if (field !== 'file' || !target) return
  const before = source.split('\n').slice(0, line - 1)
  const at = before.join('\n').length + (before.length > 0 ? 1 : 0) + column - 1
  target.setSelectionRange(at, at + 1)
}
