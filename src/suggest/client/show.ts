import { part } from '../../browser/dom.ts'
import { element } from '../../browser/element.ts'
import { paperPath } from '../../model/page-path.ts'
import { longestAddress, newFileAddress } from '../../model/repository.ts'
import type { CheckResult, ShownSuggestions } from '../worker.ts'

/** The input or textarea of a form with a name. Throws when there is none. */
export function control(form: HTMLFormElement, name: string) {
  const field = form.elements.namedItem(name)
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) return field
  throw new Error(`Unexpected form, expected a field named ${name}.`)
}

/** Converts a message to nodes. Text in backticks becomes code; nothing is parsed as HTML. */
function messageNodes(message: string): (Node | string)[] {
  return message
    .split(/(`` .*? ``|`[^`]*`)/)
    .map((part, at) =>
      at % 2 === 0 ? part : element('code', { textContent: part.replace(/^`+ ?| ?`+$/g, '') }),
    )
}

/** Shows a message at a place of the form, highlighted if it reports an error. */
export function showMessage(
  form: HTMLFormElement,
  name: string,
  message: string,
  isError = false,
): void {
  const place = part(form, `message="${name}"`, HTMLElement)
  place.replaceChildren(...messageNodes(message))
  place.classList.toggle('wrong', isError)
}

const entryLink = ({ id }: { id: string }, words: string) =>
  element('a', { href: import.meta.env.BASE_URL + paperPath(id).slice(1) }, words)

/**
 * Shows the result of a check: the file, the findings, duplicates on the list, a preview, and the link to GitHub. A field
 * shows its own findings only once it is touched.
 */
export function showResult(
  form: HTMLFormElement,
  result: CheckResult | undefined,
  touched: ReadonlySet<string>,
): void {
  const { findings = [], path, source = '', preview = '' } = result ?? {}
  const text = control(form, 'file')
  if (text.value !== source) text.value = source
  part(form, 'findings', HTMLElement).replaceChildren(
    ...findings.map((one) => findingItem(form, one)),
  )
  for (const note of form.querySelectorAll<HTMLElement>('.field-note')) {
    const name = note.id.replace(/^suggest-|-note$/g, '')
    const own = touched.has(name) ? findings.filter(({ field }) => field === name) : []
    const messages = own.map(({ message, rule }) => `${message} (${rule})`).join(' ')
    note.classList.toggle('wrong', own.length > 0)
    note.dataset['hint'] ??= note.textContent
    note.replaceChildren(...messageNodes(messages || note.dataset['hint']))
    const field = form.elements.namedItem(name)
    // In a group of checkboxes, no single one is invalid.
    if (field instanceof Element) field.ariaInvalid = own.length > 0 ? 'true' : null
  }
  showDuplicates(form, findings)
  const count = findings.length === 1 ? '1 finding' : `${findings.length} findings`
  const ready = path ? `Nothing left to fix: \`${path}\` is ready.` : 'Nothing is written yet.'
  const hasFindings = findings.length > 0
  showMessage(form, 'verdict', hasFindings ? `${count} to fix in \`${path}\`:` : ready, hasFindings)
  const page = part(form, 'preview', HTMLElement)
  page.hidden = !preview
  // `previewHtml` escapes all text, and gives nothing for a file that the guard refuses.
  page.innerHTML = preview
  showProposeLink(form, result)
}

type Finding = CheckResult['findings'][number]

/** An item of the list of findings, with a button that leads to its place and a link to the duplicate, if there is one. */
function findingItem(form: HTMLFormElement, finding: Finding): HTMLElement {
  const { line, column, message, rule, duplicate } = finding
  const place = `${line}:${column}`
  const button = element('button', { type: 'button' }, place)
  button.ariaLabel = `${place}, go to this line and column`
  button.addEventListener('click', () => focusFinding(form, finding))
  const words = element('span', {}, ...messageNodes(message), ` (${rule})`)
  if (duplicate) words.append(' ', entryLink(duplicate, 'See that entry'), '.')
  return element('li', {}, button, words)
}

/** Moves the focus to the field of a finding, and the selection to its place in the file. */
function focusFinding(form: HTMLFormElement, { field, line, column }: Finding): void {
  const target = control(form, field)
  target.closest('details')?.setAttribute('open', '')
  target.focus()
  if (field !== 'file') return
  const before = target.value.split('\n').slice(0, line - 1)
  const at = before.reduce((length, text) => length + text.length + 1, 0) + column - 1
  target.setSelectionRange(at, at + 1)
}

/** Links to the entries of the list that are, or may be, the suggested paper. */
function showDuplicates(form: HTMLFormElement, findings: readonly Finding[]): void {
  const links = findings.flatMap(({ duplicate }) =>
    duplicate ? entryLink(duplicate, duplicate.title) : [],
  )
  const words = links.flatMap((link, at) => [
    at > 0 ? '; ' : 'The list seems to have it already: ',
    link,
  ])
  const message = element('p', {}, ...words, words.length > 0 ? '.' : '')
  const place = part(form, 'duplicates', HTMLElement)
  // A screen reader would announce the same message again with every key.
  if (place.textContent !== message.textContent) place.replaceChildren(...message.childNodes)
}

/**
 * Enables the link to GitHub if a draft has no findings, and disables it otherwise. It opens GitHub's page for a new file with
 * the text of the entry, or without the text if the address would be too long for GitHub.
 */
export function showProposeLink(form: HTMLFormElement, result: CheckResult | undefined): void {
  const { repository, branch = '' } = form.dataset
  if (!repository) return
  const link = part(form, 'action="propose"', HTMLAnchorElement)
  const isReady = result?.findings.length === 0
  link.ariaDisabled = String(!isReady)
  if (!isReady) {
    link.href = '#entry'
    link.removeAttribute('target')
    return
  }
  const { path, source, title } = result
  const file = {
    path,
    message: `Add ${title}`.slice(0, 120),
    description: 'Suggested with the form of the site.',
  }
  const target = { address: repository, branch }
  const withText = newFileAddress(target, { ...file, text: source })
  const isFilled = withText.length <= longestAddress
  link.href = isFilled ? withText : newFileAddress(target, file)
  link.target = '_blank'
  link.rel = 'noreferrer'
  link.dataset['filled'] = String(isFilled)
  link.textContent = isFilled ? 'Propose on GitHub' : 'Copy the file and open GitHub'
  if (!isFilled)
    showMessage(
      form,
      'done',
      'The entry is too long for an address. Its text is copied when GitHub opens: paste it there.',
    )
}

/** Shows beside each likely topic why it is likely, and likely tags as buttons that add or remove them. */
export function showSuggestions(form: HTMLFormElement, { topics, tags }: ShownSuggestions): void {
  for (const place of form.querySelectorAll<HTMLElement>('[data-reason]')) {
    const topic = topics.find(({ id }) => id === place.dataset['reason'])
    place.textContent = topic ? `Likely: ${topic.why}` : ''
  }
  const items = tags.map(({ id, name, why, isChosen }) => {
    const button = element('button', { type: 'button', ariaPressed: String(isChosen) }, name)
    Object.assign(button.dataset, { action: 'tag', tag: id })
    return element('li', {}, button, element('span', { className: 'soft' }, why))
  })
  const focused = document.activeElement?.getAttribute('data-tag')
  const place = part(form, 'suggestions', HTMLElement)
  place.replaceChildren(...items)
  if (focused) place.querySelector<HTMLElement>(`[data-tag="${CSS.escape(focused)}"]`)?.focus()
}
