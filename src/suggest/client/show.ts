import { part } from '../../browser/dom.ts'
import { element } from '../../browser/element.ts'
import { paperPath } from '../../model/page-path.ts'
import { longestAddress, newFileAddress } from '../../model/repository.ts'
import type { Answer, Offers } from '../worker.ts'

/** The field of a form by its name. Throws when there is none. */
export function control(form: HTMLFormElement, name: string) {
  const field = form.elements.namedItem(name)
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) return field
  throw new Error(`Unexpected form, expected a field ${name}.`)
}

/** A message of a rule as nodes: what stands in backticks is code, everything is text. */
function messageNodes(message: string): (Node | string)[] {
  return message
    .split(/(`` .*? ``|`[^`]*`)/)
    .map((part, at) =>
      at % 2 === 0 ? part : element('code', { textContent: part.replace(/^`+ ?| ?`+$/g, '') }),
    )
}

/** Says something at a named place of the form; what is wrong is set apart. */
export function say(form: HTMLFormElement, name: string, words: string, wrong = false): void {
  const place = part(form, `say="${name}"`, HTMLElement)
  place.replaceChildren(...messageNodes(words))
  place.classList.toggle('wrong', wrong)
}

const twinLink = ({ id }: { id: string }, words: string) =>
  element('a', { href: import.meta.env.BASE_URL + paperPath(id).slice(1) }, words)

/**
 * Shows a draft's file, what the rules say of it, which papers it may be, how its page will look, and the way to GitHub.
 * Beside fields that nobody has touched no finding is shown yet.
 */
export function showAnswer(
  form: HTMLFormElement,
  answer: Answer | undefined,
  touched: ReadonlySet<string>,
): void {
  const { findings = [], path, source = '', look = '' } = answer ?? {}
  const text = control(form, 'file')
  if (text.value !== source) text.value = source
  part(form, 'findings', HTMLElement).replaceChildren(...findings.map((one) => itemOf(form, one)))
  for (const note of form.querySelectorAll<HTMLElement>('.field-note')) {
    const name = note.id.replace(/^suggest-|-note$/g, '')
    const own = touched.has(name) ? findings.filter(({ field }) => field === name) : []
    const words = own.map(({ message, rule }) => `${message} (${rule})`).join(' ')
    note.classList.toggle('wrong', own.length > 0)
    note.replaceChildren(...messageNodes(words || (note.dataset['hint'] ?? '')))
    const field = form.elements.namedItem(name)
    // Of a group of boxes none is the wrong one.
    if (field instanceof Element) field.ariaInvalid = own.length > 0 ? 'true' : null
  }
  showTwins(form, findings)
  const count = findings.length === 1 ? '1 finding' : `${findings.length} findings`
  const ready = path ? `Nothing left to fix: \`${path}\` is ready.` : 'Nothing is written yet.'
  const wrong = findings.length > 0
  say(form, 'verdict', wrong ? `${count} to fix in \`${path}\`:` : ready, wrong)
  const page = part(form, 'look', HTMLElement)
  page.hidden = !look
  // Our own writers made it, after the guard let the file through.
  page.innerHTML = look
  showWay(form, answer)
}

type Finding = Answer['findings'][number]

/** A finding as an item of the list, with the way to its place and to the entry that has the paper already. */
function itemOf(form: HTMLFormElement, finding: Finding): HTMLElement {
  const { line, column, message, rule, twin } = finding
  const place = `${line}:${column}`
  const button = element('button', { type: 'button' }, place)
  button.ariaLabel = `${place}, go to this line and column`
  button.addEventListener('click', () => goTo(form, finding))
  const words = element('span', {}, ...messageNodes(message), ` (${rule})`)
  if (twin) words.append(' ', twinLink(twin, 'See that entry'), '.')
  return element('li', {}, button, words)
}

function goTo(form: HTMLFormElement, { field, line, column }: Finding): void {
  const target = control(form, field)
  target.closest('details')?.setAttribute('open', '')
  target.focus()
  if (field !== 'file') return
  const before = target.value.split('\n').slice(0, line - 1)
  const at = before.reduce((length, text) => length + text.length + 1, 0) + column - 1
  target.setSelectionRange(at, at + 1)
}

/** Shows which entries of the list are, or may be, the paper that is suggested. */
function showTwins(form: HTMLFormElement, findings: readonly Finding[]): void {
  const links = findings.flatMap(({ twin }) => (twin ? twinLink(twin, twin.title) : []))
  const words = links.flatMap((link, at) => [
    at > 0 ? '; ' : 'The list seems to have it already: ',
    link,
  ])
  const told = element('p', {}, ...words, words.length > 0 ? '.' : '')
  const place = part(form, 'twins', HTMLElement)
  // Said again with every key, it would be a nuisance to whoever listens.
  if (place.textContent !== told.textContent) place.replaceChildren(...told.childNodes)
}

/**
 * Opens the way to GitHub for a draft that has no findings left, and closes it for any other. The page of a new file
 * that opens there holds the entry; without its text where the address would be too long for GitHub.
 */
function showWay(form: HTMLFormElement, answer: Answer | undefined): void {
  const { repository, branch = '' } = form.dataset
  if (!repository) return
  const link = part(form, 'do="propose"', HTMLAnchorElement)
  const ready = answer?.findings.length === 0
  link.ariaDisabled = String(!ready)
  if (!ready) {
    link.href = '#entry'
    link.removeAttribute('target')
    return
  }
  const { path, source, title } = answer
  const file = {
    path,
    message: `Add ${title}`.slice(0, 120),
    description: 'Suggested with the form of the site.',
  }
  const onHost = { address: repository, branch }
  const whole = newFileAddress(onHost, { ...file, text: source })
  const filled = whole.length <= longestAddress
  link.href = filled ? whole : newFileAddress(onHost, file)
  link.target = '_blank'
  link.rel = 'noreferrer'
  link.dataset['filled'] = String(filled)
  link.textContent = filled ? 'Propose on GitHub' : 'Copy the file and open GitHub'
  if (!filled)
    say(
      form,
      'done',
      'The entry is too long for an address. Its text is copied when GitHub opens: paste it there.',
    )
}

/** Shows why a topic is likely beside it, and the likely tags as buttons that put them in or take them out. */
export function showOffers(form: HTMLFormElement, { topics, tags }: Offers): void {
  for (const place of form.querySelectorAll<HTMLElement>('[data-reason]')) {
    const offer = topics.find(({ id }) => id === place.dataset['reason'])
    place.textContent = offer ? `Likely: ${offer.why}` : ''
  }
  const items = tags.map(({ id, name, why, isChosen }) => {
    const button = element('button', { type: 'button', ariaPressed: String(isChosen) }, name)
    Object.assign(button.dataset, { do: 'tag', tag: id })
    return element('li', {}, button, element('span', { className: 'soft' }, why))
  })
  const focused = document.activeElement?.getAttribute('data-tag')
  const place = part(form, 'offers', HTMLElement)
  place.replaceChildren(...items)
  if (focused) place.querySelector<HTMLElement>(`[data-tag="${CSS.escape(focused)}"]`)?.focus()
}
