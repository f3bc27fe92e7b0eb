import { element } from '../../browser/element.ts'
import { paperPath } from '../../model/page-path.ts'
import { titleText } from '../../text/title.ts'
import type { JudgedFinding, Judgement, KnownList } from '../judge.ts'
import { lookOf } from './look.ts'
import { control, messageNodes, part, say } from './page.ts'

/** What the form knows while it shows a judgement. */
export interface Around {
  known: KnownList
  /** The site's base path. */
  site: string
  /** The fields in which somebody has been; the others are not blamed yet. */
  touched: ReadonlySet<string>
  /** Whether the file itself is written, and not the fields. */
  byHand: boolean
}

/** Shows a draft's file, what the rules say of it, papers that it may be, and how its page will look. */
export function showJudgement(
  form: HTMLFormElement,
  judgement: Judgement | undefined,
  around: Around,
): void {
  const { findings = [], file } = judgement ?? {}
  const text = control(form, 'file')
  if (text.value !== (file?.source ?? '')) text.value = file?.source ?? ''
  const placed = findings.map((finding) => ({
    finding,
    field: around.byHand ? 'file' : fieldOf(form, finding, file?.source ?? ''),
  }))
  part(form, '[data-findings]').replaceChildren(
    ...placed.map(({ finding, field }) =>
      itemOf(finding, around, () => goTo(form, field, finding)),
    ),
  )
  for (const note of form.querySelectorAll<HTMLElement>('.field-note')) {
    const name = note.id.replace(/^suggest-|-note$/g, '')
    const own = around.touched.has(name) ? placed.filter(({ field }) => field === name) : []
    const hint = note.dataset['hint'] ?? ''
    const words = own.map(({ finding: { message, rule } }) => `${message} (${rule})`)
    note.classList.toggle('wrong', own.length > 0)
    note.replaceChildren(...messageNodes(words.join(' ') || hint))
    // Of a group of boxes none is the wrong one.
    if (name !== 'topics' && name !== 'kind')
      control(form, name).ariaInvalid = own.length > 0 ? 'true' : null
  }
  showTwins(
    form,
    findings.flatMap(({ twin }) => twin ?? []),
    around,
  )
  const count = findings.length === 1 ? '1 finding' : `${findings.length} findings`
  const verdict =
    findings.length > 0
      ? `${count} to fix in \`${file?.path}\`:`
      : file
        ? `Nothing left to fix: \`${file.path}\` is ready.`
        : 'Nothing is written yet.'
  say(form, 'verdict', verdict, findings.length > 0)
  const page = file ? lookOf(file, around.known) : []
  const look = part(form, '[data-look]')
  look.hidden = page.length === 0
  look.replaceChildren(...page)
}

/** A finding as an item of the list, with the way to its place and to the entry that has the paper already. */
function itemOf(
  { line, column, message, rule, twin }: JudgedFinding,
  around: Around,
  onclick: () => void,
): HTMLElement {
  const ariaLabel = `${line}:${column}, go to this line and column`
  const button = element('button', { type: 'button', ariaLabel, onclick }, `${line}:${column}`)
  const words = element('span', {}, ...messageNodes(message), ` (${rule})`)
  if (twin)
    words.append(' ', element('a', { href: addressOf(twin, around) }, 'See that entry'), '.')
  return element('li', {}, button, words)
}

const addressOf = (id: string, { site }: Around) => `${site}${paperPath(id).slice(1)}`

/** The name of the field in which a finding is to be fixed; the file's own where no field holds it. */
function fieldOf(form: HTMLFormElement, { fact, line }: JudgedFinding, source: string): string {
  const link = /^\s+(\w+):/.exec(source.split('\n')[line - 1] ?? '')?.[1] ?? 'code'
  const name = fact === 'links' ? link : fact
  return name && form.querySelector(`[name="${CSS.escape(name)}"]`) ? name : 'file'
}

function goTo(form: HTMLFormElement, field: string, { line, column }: JudgedFinding): void {
  const target = control(form, field)
  target.closest('details')?.setAttribute('open', '')
  target.focus()
  if (field !== 'file') return
  const before = target.value.split('\n').slice(0, line - 1)
  const at = before.reduce((length, text) => length + text.length + 1, 0) + column - 1
  target.setSelectionRange(at, at + 1)
}

/** Shows which entries of the list are, or may be, the paper that is suggested. */
function showTwins(form: HTMLFormElement, ids: readonly string[], around: Around): void {
  const links = ids.flatMap((id, at) => {
    const title = around.known.papers.find((paper) => paper.id === id)?.title ?? id
    const link = element('a', { href: addressOf(id, around) }, titleText(title))
    return at > 0 ? ['; ', link] : [link]
  })
  const words = links.length > 0 ? ['The list seems to have it already: ', ...links, '.'] : []
  const told = element('p', {}, ...words)
  const place = part(form, '[data-twins]')
  // Said again with every key, it would be a nuisance to whoever listens.
  if (place.textContent !== told.textContent) place.replaceChildren(...told.childNodes)
}
