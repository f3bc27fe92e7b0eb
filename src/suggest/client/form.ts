import { debounce } from '../../browser/debounce.ts'
import { part } from '../../browser/dom.ts'
import { saveFile } from '../../browser/save-file.ts'
import { largestFile } from '../../text/limits.ts'
import { type Draft, emptyDraft, isEmpty, linkFields, type ParsedPaste } from '../draft.ts'
import type { CheckResult } from '../worker.ts'
import { control, showMessage, showProposeLink, showResult, showSuggestions } from './show.ts'
import { type CallWorker, startWorker } from './start-worker.ts'

/** How long after the last key a draft is checked, in milliseconds: not within a word, but before the next one. */
const checkDelay = 200

/** The actions that hand the file over, which must wait for the latest check. */
const handOverActions = ['propose', 'copy', 'download']

/** The storage key of the draft. Other lists on the same host have other keys. */
const draftKey = `suggested paper ${import.meta.env.BASE_URL}`

/** The draft that this browser has stored. Gives an empty one if there is none, or if the browser refuses access. */
function loadDraft(): Draft {
  try {
    return { ...emptyDraft, ...JSON.parse(localStorage.getItem(draftKey) ?? '{}') }
  } catch {
    return emptyDraft
  }
}

/** Stores a draft, or removes the stored one. Says whether nothing was lost. */
function saveDraft(draft: Draft | undefined): boolean {
  try {
    if (draft) localStorage.setItem(draftKey, JSON.stringify(draft))
    else localStorage.removeItem(draftKey)
    return true
  } catch {
    return draft === undefined
  }
}

/** Reads the fields of a form. Topics and kinds that were chosen before stay in front. */
function readFields(form: HTMLFormElement, before: Draft): Draft {
  const data = new FormData(form)
  const chosen = (name: 'topics' | 'kind') => {
    const ticked = data.getAll(name).map(String)
    const earlier = before[name].filter((value) => ticked.includes(value))
    return [...new Set([...earlier, ...ticked])]
  }
  const read: Draft = { ...before, ...Object.fromEntries(data), file: before.file }
  return { ...read, topics: chosen('topics'), kind: chosen('kind') }
}

/** Writes a draft into the fields of a form, except for the field of the file. */
function writeFields(form: HTMLFormElement, { file: _, ...fields }: Draft): void {
  for (const [name, value] of Object.entries(fields))
    for (const field of form.querySelectorAll<HTMLInputElement>(`[name="${name}"]`))
      if (typeof value !== 'string') field.checked = value.includes(field.value)
      else if (field.value !== value) field.value = value
}

const filledFields = (draft: Draft) =>
  Object.entries(draft).filter(([, value]) => value !== undefined && value.length > 0)

/**
 * Starts the form: restores the stored draft, and checks the draft while the contributor types. The form is busy (`aria-busy`)
 * until the result for the latest draft is shown.
 */
export function startForm(form: HTMLFormElement): void {
  const stored = loadDraft()
  // The contributor may have typed before this script ran.
  const typed = Object.fromEntries(filledFields(readFields(form, emptyDraft)))
  let draft: Draft = { ...stored, ...typed }
  const touched = new Set(filledFields(draft).map(([name]) => name))
  let result: CheckResult | undefined
  let checked = emptyDraft as Draft
  let isChecking = false
  let running = 0
  const say = (place: string, message: string) => showMessage(form, place, message)

  // The rules and parsers are large, so they are loaded when the contributor comes to the form.
  let worker: CallWorker | undefined
  const getWorker = () => {
    worker ??= startWorker()
    return worker
  }
  const call: CallWorker = (name, ...given) => getWorker()(name, ...given)

  /** Runs an action that may need the worker, and shows a message if the worker cannot be loaded. */
  const run = async (action: () => unknown) => {
    running += 1
    form.ariaBusy = 'true'
    try {
      await action()
    } catch (error) {
      console.error(error)
      worker = undefined
      result = undefined
      showProposeLink(form, undefined)
      const reason = 'The rules could not be loaded, so nothing can be checked here.'
      const advice = 'Reload the page, or write the file by hand, as described below.'
      showMessage(form, 'verdict', `${reason} ${advice}`, true)
    }
    running -= 1
    if (running === 0 && !pendingCheck.isPending()) form.ariaBusy = null
  }

  const show = () => showResult(form, result, touched)
  const suggest = async (to: Draft) => {
    const suggestions = result ? await call('suggest', to) : { topics: [], tags: [] }
    if (to === draft) showSuggestions(form, suggestions)
  }
  /** Checks the latest draft. If the draft changes in the meantime, checks it again. */
  const check = async () => {
    if (isChecking) return
    isChecking = true
    try {
      while (checked !== draft) {
        checked = draft
        const isByHand = draft.file !== undefined
        part(form, 'fields', HTMLElement).inert = isByHand
        part(form, 'action="fields"', HTMLElement).hidden = !isByHand
        result = isEmpty(draft) ? undefined : await call('check', draft)
        // If the contributor has typed in the meantime, this result must not overwrite the file.
        if (checked === draft) show()
        // The form also works without suggestions.
        void run(() => suggest(checked).catch(() => {}))
      }
    } finally {
      isChecking = false
    }
  }
  const saveAndCheck = () => {
    pendingCheck.cancel()
    const paste = draft.paste.length > largestFile ? '' : draft.paste
    if (!saveDraft(isEmpty(draft) && !paste ? undefined : { ...draft, paste }))
      say(
        'done',
        'This draft is too large for your browser to store. Copy or download the file before you leave.',
      )
    void run(check)
  }
  const pendingCheck = debounce(checkDelay, saveAndCheck)
  const change = (fields: Partial<Draft>) => {
    draft = { ...draft, ...fields }
    for (const name of Object.keys(fields)) touched.add(name)
    writeFields(form, draft)
    saveAndCheck()
  }

  /** Fills in the links that the abstract contains, unless the draft has links already. */
  const fillLinks = async () => {
    const hasLinks = () => linkFields.some((kind) => draft[kind])
    if (hasLinks() || !draft.abstract) return
    const links = await call('links', draft.abstract)
    if (!hasLinks() && Object.keys(links).length > 0) change(links)
  }
  /** A pasted paper that is not the draft's, until the contributor decides what to do with it. */
  let otherPaper: ParsedPaste | undefined
  const askAbout = (pasted: ParsedPaste | undefined) => {
    otherPaper = pasted
    part(form, 'other-paper', HTMLElement).hidden = !pasted
  }
  const read = async () => {
    const text = control(form, 'paste').value
    if (!text.trim()) return say('paste', 'Nothing is pasted yet.')
    const pasted = await call('parsePaste', text, draft)
    askAbout(pasted.isOther ? pasted : undefined)
    if (!otherPaper) return fill(pasted)
    const name = draft.title || draft.paper
    const message = `This is a different paper from the one in the draft, \`${name}\`. Nothing is filled in yet.`
    say('paste', message)
    saveAndCheck()
  }
  /** Fills in what was pasted, in place of what the draft has. */
  const fill = ({ fields, messages }: ParsedPaste) => {
    draft = { ...draft, file: undefined }
    change(fields)
    const lacksAbstract = fields.title && !draft.abstract
    const more = lacksAbstract ? ['It has no abstract: please paste that as well.'] : []
    say('paste', [...messages, ...more].join(' '))
    return fields.file === undefined ? fillLinks() : undefined
  }
  const fillOtherPaper = (into: Draft) => {
    const pasted = otherPaper
    askAbout(undefined)
    if (!pasted) return
    if (into === emptyDraft) touched.clear()
    draft = { ...into, paste: draft.paste }
    return fill(pasted)
  }

  const actions: Record<string, (target: HTMLElement) => unknown> = {
    read,
    anew: () => fillOtherPaper(emptyDraft),
    keep: () => fillOtherPaper(draft),
    async evidence() {
      const abstract = control(form, 'abstract')
      const { selectionStart, selectionEnd, value } = abstract
      const words = value.slice(selectionStart ?? 0, selectionEnd ?? 0)
      if (words) return change({ evidence: await call('plainText', words) })
      say('done', 'Select words in the abstract first.')
      abstract.focus()
    },
    async copy() {
      const text = control(form, 'file')
      try {
        await navigator.clipboard.writeText(text.value)
        say('done', 'The file is copied.')
      } catch {
        text.select()
        say('done', 'The file is selected: copy it with your keyboard.')
      }
    },
    download() {
      if (!result) return
      saveFile(result.source, `${result.id}.mdx`, 'text/plain')
      say('done', `The file is downloaded as \`${result.id}.mdx\`.`)
    },
    clear() {
      draft = emptyDraft
      askAbout(undefined)
      change({})
      touched.clear()
      say('paste', '')
      say('done', 'The draft is cleared from this device.')
      control(form, 'paste').focus()
    },
    fields() {
      change({ file: undefined })
      control(form, 'title').focus()
    },
    async tag({ dataset: { tag = '' } }) {
      const tags = new Set(await call('parseTags', draft.tags))
      if (!tags.delete(tag)) tags.add(tag)
      change({ tags: [...tags].join(', ') })
    },
    propose(link) {
      if (link.ariaDisabled === 'true') {
        const reason = result ? 'Fix the findings above first.' : 'No entry has been checked yet.'
        return say(
          'done',
          `${reason} If you are stuck, name the paper in an issue, as described below; a curator does the rest.`,
        )
      }
      const isCopied = link.dataset['filled'] === 'false' && actions['copy']?.(link)
      say('done', 'GitHub opens in a new tab. Clear the draft once the paper is proposed.')
      return isCopied
    },
  }

  const nameOf = ({ target }: Event) =>
    target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target.name : ''
  for (const event of ['pointerover', 'focusin'])
    form.addEventListener(event, getWorker, { once: true })
  form.addEventListener('submit', (event) => event.preventDefault())
  // In a field of one line, the Enter key would press the form's first button, which fills in the pasted text again.
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault()
  })
  form.addEventListener('click', (event) => {
    const { target } = event
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-action]') : null
    const action = button?.dataset['action'] ?? ''
    const isEarly = handOverActions.includes(action) && (isChecking || checked !== draft)
    if (isEarly || button?.ariaDisabled === 'true') event.preventDefault()
    if (isEarly) say('done', 'One moment: your last change is still being checked.')
    else if (button) void run(() => actions[action]?.(button))
  })
  // The layout of so much text would block the page.
  form.addEventListener('beforeinput', (event) => {
    if ((event.data?.length ?? 0) <= largestFile) return
    event.preventDefault()
    say('paste', 'Not pasted: this is more than 64 KB. Paste one paper at a time.')
  })
  form.addEventListener('input', (event) => {
    const name = nameOf(event)
    if (name === 'file') draft = { ...draft, file: control(form, 'file').value }
    else draft = readFields(form, draft)
    if (['file', 'topics', 'kind'].includes(name)) touched.add(name)
    form.ariaBusy = 'true'
    pendingCheck.schedule()
    const isPasted =
      event instanceof InputEvent && /^insertFrom(?:Paste|Drop)$/.test(event.inputType)
    if (name === 'paste' && isPasted) void run(read)
  })
  form.addEventListener('focusout', (event) => {
    const name = nameOf(event)
    if (!name || touched.has(name) || isEmpty(draft)) return
    touched.add(name)
    if (checked === draft && !isChecking) show()
  })
  form.addEventListener('change', (event) => {
    if (nameOf(event) === 'abstract') void run(fillLinks)
  })

  writeFields(form, draft)
  // A search without results passes its query in the address.
  const query = new URLSearchParams(location.search).get('paper')
  const isFromSearch = query && isEmpty(draft)
  if (isFromSearch) control(form, 'paste').value = query
  void run(isFromSearch || draft.paste !== stored.paste ? read : check)
}
