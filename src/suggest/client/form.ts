import { debounce } from '../../browser/debounce.ts'
import { part } from '../../browser/dom.ts'
import { saveFile } from '../../browser/save-file.ts'
import { largestFile } from '../../text/limits.ts'
import { type Draft, emptyDraft, isEmpty, linkFields, type Pasted } from '../draft.ts'
import type { Answer } from '../worker.ts'
import { type Ask, startWorker } from './ask.ts'
import { control, say, showAnswer, showOffers } from './show.ts'

// Long enough that a word is written in peace, short enough that the answer belongs to it.
const pause = 200

/** The key under which this browser keeps the draft; other lists on the same host have their own. */
const draftKey = `suggested paper ${import.meta.env.BASE_URL}`

/** The draft that this browser keeps; an empty one where it keeps none, or forbids it. */
function keptDraft(): Draft {
  try {
    return { ...emptyDraft, ...JSON.parse(localStorage.getItem(draftKey) ?? '{}') }
  } catch {
    return emptyDraft
  }
}

/** Keeps a draft, or forgets it when there is none. Says whether the browser did. */
function keepDraft(draft: Draft | undefined): boolean {
  try {
    if (draft) localStorage.setItem(draftKey, JSON.stringify(draft))
    else localStorage.removeItem(draftKey)
    return true
  } catch {
    return draft === undefined
  }
}

/** What a form says; of topics and kinds, those chosen before keep their places. */
function readFields(form: HTMLFormElement, before: Draft): Draft {
  const data = new FormData(form)
  const chosen = (name: 'topics' | 'kind') => {
    const ticked = data.getAll(name).map(String)
    const kept = before[name].filter((value) => ticked.includes(value))
    return [...new Set([...kept, ...ticked])]
  }
  const said: Draft = { ...before, ...Object.fromEntries(data), file: before.file }
  return { ...said, topics: chosen('topics'), kind: chosen('kind') }
}

/** Makes a form say what a draft says. The file's own field is left alone. */
function writeFields(form: HTMLFormElement, { file: _, ...fields }: Draft): void {
  for (const [name, said] of Object.entries(fields))
    for (const field of form.querySelectorAll<HTMLInputElement>(`[name="${name}"]`))
      if (typeof said !== 'string') field.checked = said.includes(field.value)
      else if (field.value !== said) field.value = said
}

const filledFields = (draft: Draft) =>
  Object.entries(draft).filter(([, said]) => said !== undefined && said.length > 0)

/**
 * Starts the form: brings the kept draft back, and answers while somebody writes. The form is busy (`aria-busy`) until the
 * answer to all that was written is shown.
 */
export function startForm(form: HTMLFormElement): void {
  const kept = keptDraft()
  // What somebody wrote before this ran wins.
  const written = Object.fromEntries(filledFields(readFields(form, emptyDraft)))
  let draft: Draft = { ...kept, ...written }
  const touched = new Set(filledFields(draft).map(([name]) => name))
  let shown: Answer | undefined
  let checked = emptyDraft as Draft
  let isChecking = false
  let running = 0

  // The rules and the parsers weigh much, so that they come when somebody comes to the form.
  let worker: Ask | undefined
  const wake = () => {
    worker ??= startWorker()
    return worker
  }
  const ask: Ask = (name, ...given) => wake()(name, ...given)

  /** Does what may need the worker, and says so when that cannot be loaded. */
  const run = async (work: () => unknown) => {
    running += 1
    form.ariaBusy = 'true'
    try {
      await work()
    } catch (error) {
      console.error(error)
      worker = undefined
      const reason = 'The rules could not be loaded, so nothing can be checked here.'
      say(form, 'verdict', `${reason} Reload the page, or write the file by hand, as below.`, true)
    }
    running -= 1
    if (running === 0 && !typed.isDue()) form.ariaBusy = null
  }

  const show = () => showAnswer(form, shown, touched)
  const offer = async (to: Draft) => {
    const offers = shown ? await ask('offers', to) : { topics: [], tags: [] }
    if (to === draft) showOffers(form, offers)
  }
  /** Has the newest draft checked; what is written meanwhile is checked next. */
  const check = async () => {
    if (isChecking) return
    isChecking = true
    try {
      while (checked !== draft) {
        checked = draft
        const byHand = draft.file !== undefined
        part(form, 'fields', HTMLElement).inert = byHand
        part(form, 'do="fields"', HTMLElement).hidden = !byHand
        shown = isEmpty(draft) ? undefined : await ask('check', draft)
        show()
        void run(() => offer(checked))
      }
    } finally {
      isChecking = false
    }
  }
  const keepAndCheck = () => {
    typed.cancel()
    const paste = draft.paste.length > largestFile ? '' : draft.paste
    if (!keepDraft(isEmpty(draft) && !paste ? undefined : { ...draft, paste }))
      say(
        form,
        'done',
        'This draft is too large for your browser to keep. Copy or download the file before you leave.',
      )
    void run(check)
  }
  const typed = debounce(pause, keepAndCheck)
  const change = (fields: Partial<Draft>) => {
    draft = { ...draft, ...fields }
    for (const name of Object.keys(fields)) touched.add(name)
    writeFields(form, draft)
    keepAndCheck()
  }

  /** Fills in the addresses that the abstract names, where nobody has written any. */
  const fillLinks = async () => {
    const isWritten = () => linkFields.some((kind) => draft[kind])
    if (isWritten() || !draft.abstract) return
    const found = await ask('links', draft.abstract)
    if (!isWritten() && Object.keys(found).length > 0) change(found)
  }
  // What was pasted while it is open whether it belongs to the draft.
  let other: Pasted | undefined
  const hold = (pasted: Pasted | undefined) => {
    other = pasted
    part(form, 'ask', HTMLElement).hidden = !pasted
  }
  const read = async () => {
    const text = control(form, 'paste').value
    if (!text.trim()) return say(form, 'paste', 'Nothing is pasted yet.')
    const pasted = await ask('read', text, draft)
    hold(pasted.isOther ? pasted : undefined)
    if (!other) return fill(pasted)
    const words = `This is another paper than that of the draft, \`${draft.title || draft.paper}\`. Nothing is filled in yet.`
    say(form, 'paste', words)
    keepAndCheck()
  }
  /** Fills in what was pasted, over what the draft has. */
  const fill = ({ fields, said }: Pasted) => {
    draft = { ...draft, file: undefined }
    change(fields)
    const wish = fields.title && !draft.abstract
    const words = wish ? [...said, 'It has no abstract: please paste that, too.'] : said
    say(form, 'paste', words.join(' '))
    return fields.file === undefined ? fillLinks() : undefined
  }
  const settle = (begin: Draft) => {
    const pasted = other
    hold(undefined)
    if (!pasted) return
    if (begin === emptyDraft) touched.clear()
    draft = { ...begin, paste: draft.paste }
    return fill(pasted)
  }

  const acts: Record<string, (target: HTMLElement) => unknown> = {
    read,
    anew: () => settle(emptyDraft),
    keep: () => settle(draft),
    async evidence() {
      const abstract = control(form, 'abstract')
      const { selectionStart, selectionEnd, value } = abstract
      const words = value.slice(selectionStart ?? 0, selectionEnd ?? 0)
      if (words) return change({ evidence: await ask('plain', words) })
      say(form, 'done', 'Select words in the abstract first.')
      abstract.focus()
    },
    async copy() {
      const text = control(form, 'file')
      try {
        await navigator.clipboard.writeText(text.value)
        say(form, 'done', 'The file is copied.')
      } catch {
        text.select()
        say(form, 'done', 'The file is selected: copy it with your keyboard.')
      }
    },
    download() {
      if (!shown) return
      saveFile(shown.source, `${shown.id}.mdx`, 'text/plain')
      say(form, 'done', `The file is downloaded as \`${shown.id}.mdx\`.`)
    },
    clear() {
      draft = emptyDraft
      hold(undefined)
      change({})
      touched.clear()
      say(form, 'paste', '')
      say(form, 'done', 'The draft is cleared from this device.')
      control(form, 'paste').focus()
    },
    fields() {
      change({ file: undefined })
      control(form, 'title').focus()
    },
    async tag({ dataset: { tag = '' } }) {
      const all = new Set(await ask('tags', draft.tags))
      if (!all.delete(tag)) all.add(tag)
      change({ tags: [...all].join(', ') })
    },
    propose(link) {
      if (link.ariaDisabled === 'true') {
        const rest = shown ? 'Fix what is named above first.' : 'Nothing is written yet.'
        return say(
          form,
          'done',
          `${rest} If you are stuck, name the paper in an issue, as below; a curator does the rest.`,
        )
      }
      const isCopied = link.dataset['filled'] === 'false' && acts['copy']?.(link)
      say(form, 'done', 'GitHub opens in a new tab. Clear the draft once the paper is proposed.')
      return isCopied
    },
  }

  const nameOf = ({ target }: Event) =>
    target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target.name : ''
  for (const event of ['pointerover', 'focusin']) form.addEventListener(event, wake, { once: true })
  form.addEventListener('submit', (event) => event.preventDefault())
  // In a field of one line the Enter key would press the form's first button, and what was pasted would win again.
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault()
  })
  form.addEventListener('click', (event) => {
    const { target } = event
    const acting = target instanceof Element ? target.closest<HTMLElement>('[data-do]') : null
    if (acting?.ariaDisabled === 'true') event.preventDefault()
    if (acting) void run(() => acts[acting.dataset['do'] ?? '']?.(acting))
  })
  // To lay out so much text would stop the page.
  form.addEventListener('beforeinput', (event) => {
    if ((event.data?.length ?? 0) <= largestFile) return
    event.preventDefault()
    say(form, 'paste', 'Not pasted: this is more than 64 KB. Paste one paper at a time.')
  })
  form.addEventListener('input', (event) => {
    const name = nameOf(event)
    if (name === 'file') draft = { ...draft, file: control(form, 'file').value }
    else draft = readFields(form, draft)
    if (['file', 'topics', 'kind'].includes(name)) touched.add(name)
    form.ariaBusy = 'true'
    typed.soon()
    const isPasted =
      event instanceof InputEvent && /^insertFrom(?:Paste|Drop)$/.test(event.inputType)
    if (name === 'paste' && isPasted) void run(read)
  })
  form.addEventListener('focusout', (event) => {
    const name = nameOf(event)
    if (!name || touched.has(name) || isEmpty(draft)) return
    touched.add(name)
    show()
  })
  form.addEventListener('change', (event) => {
    if (nameOf(event) === 'abstract') void run(fillLinks)
  })

  writeFields(form, draft)
  // A search that found nothing names the paper in the address.
  const wanted = new URLSearchParams(location.search).get('paper')
  const isWanted = wanted && isEmpty(draft)
  if (isWanted) control(form, 'paste').value = wanted
  void run(isWanted || draft.paste !== kept.paste ? read : check)
}
