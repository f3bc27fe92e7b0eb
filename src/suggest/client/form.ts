import { debounce } from '../../browser/debounce.ts'
import { part } from '../../browser/dom.ts'
import { saveFile } from '../../browser/save-file.ts'
import { linksOf } from '../../intake/links.ts'
import { linkKind } from '../../model/entry.ts'
import { largestFile } from '../../text/limits.ts'
import { loadMath } from '../../text/math.ts'
import { texText, texTree } from '../../text/tex.ts'
import {
  type Draft,
  emptyDraft,
  fileOf,
  isEmpty,
  type Pasted,
  paragraphsOf,
  tagsIn,
} from '../draft.ts'
import { type Judgement, judgeOf, type KnownList } from '../judge.ts'
import { isOtherPaper, readPaste } from '../paste.ts'
import { keptDraft, readFields, writeFields } from './fields.ts'
import { copyFile, showWay } from './hand-over.ts'
import { showJudgement } from './judgement.ts'
import { offersFrom, showOffers } from './offers.ts'
import { control, say } from './page.ts'

// Long enough that a word is written in peace, short enough that the answer belongs to it.
const pause = 200

/** Loads what reads mathematics for a text that may have some. */
const loadMathFor = async (text: string) => {
  if (/[$\\]/.test(text)) await loadMath()
}

/** Today; or the day in so many hours, since where the day begins first it may be tomorrow already. */
const day = (hours = 0) => new Date(Date.now() + hours * 3_600_000).toISOString().slice(0, 10)

/**
 * Opens the form: fetches what the list has, brings the kept draft back, and answers while somebody writes. Rejects when
 * the list cannot be fetched.
 */
export async function openForm(form: HTMLFormElement): Promise<void> {
  const { site = '/', known: address = '', papers = '', repository, branch = 'main' } = form.dataset
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${answer.status} ${address}`)
  const known = (await answer.json()) as KnownList
  const judge = judgeOf(known)
  const taken = new Set(known.papers.flatMap(({ id, formerIds = [] }) => [id, ...formerIds]))
  const offersOf = offersFrom(papers, known)
  const kept = keptDraft(site)
  const before = kept.load()
  // What somebody wrote meanwhile wins.
  const written = Object.entries(readFields(form, emptyDraft)).filter(([, said]) => said?.length)
  let draft: Draft = { ...before, ...Object.fromEntries(written) }
  let shown: Judgement | undefined
  const touched = new Set(
    Object.entries(draft).flatMap(([name, said]) => (said?.length ? name : [])),
  )

  const show = async () => {
    typed.cancel()
    const byHand = draft.file !== undefined
    part(form, 'fields', HTMLElement).inert = byHand
    part(form, 'do="fields"', HTMLElement).hidden = !byHand
    await loadMathFor(Object.values(draft).join())
    const asked = isEmpty(draft)
      ? undefined
      : judge(fileOf(draft, taken, day(), known.vocabulary.tags), day(14))
    shown = asked
    showJudgement(form, asked, { known, site, touched, byHand })
    if (repository) showWay(form, asked, { address: repository, branch })
    const offers = asked ? await offersOf(asked.file) : { topics: [], tags: [] }
    if (asked === shown) showOffers(form, offers, known, draft.tags)
  }
  const keepAndShow = () => {
    const paste = draft.paste.length > largestFile ? '' : draft.paste
    if (!kept.keep(isEmpty(draft) && !paste ? undefined : { ...draft, paste }))
      say(
        form,
        'done',
        'This draft is too large for your browser to keep. Copy or download the file before you leave.',
      )
    void show()
  }
  const typed = debounce(pause, keepAndShow)
  const change = (fields: Partial<Draft>) => {
    draft = { ...draft, ...fields }
    for (const name of Object.keys(fields)) touched.add(name)
    writeFields(form, draft)
    keepAndShow()
  }

  /** Fills in the addresses that the abstract names, where nobody has written any. */
  const fillLinks = () => {
    if (draft.abstract.length > largestFile || linkKind.options.some((kind) => draft[kind])) return
    const found = linksOf(texTree(paragraphsOf(draft.abstract)))
    if (found && Object.keys(found).length > 0) change(found)
  }
  // What was pasted while it is open whether it belongs to the draft.
  let other: Pasted | undefined
  const ask = (pasted: Pasted | undefined) => {
    other = pasted
    part(form, 'ask', HTMLElement).hidden = !pasted
  }
  const read = async () => {
    const text = control(form, 'paste').value
    if (!text.trim()) return say(form, 'paste', 'Nothing is pasted yet.')
    await loadMathFor(text)
    const pasted = await readPaste(text, day(), known.vocabulary.venues)
    ask(isOtherPaper(draft, pasted.fields) ? pasted : undefined)
    if (!other) return fill(pasted)
    const words = `This is another paper than that of the draft, \`${draft.title || draft.paper}\`. Nothing is filled in yet.`
    say(form, 'paste', words)
    keepAndShow()
  }
  /** Fills in what was pasted, over what the draft has. */
  const fill = ({ fields, said }: Pasted) => {
    draft = { ...draft, file: undefined }
    change(fields)
    if (fields.file === undefined) fillLinks()
    const filled = Object.keys(fields).length > 0 && fields.file === undefined
    const wish = filled && fields.title && !draft.abstract
    say(
      form,
      'paste',
      [...said, ...(wish ? ['It has no abstract: please paste that, too.'] : [])].join(' '),
    )
  }
  const settle = (begin: Draft) => {
    const pasted = other
    ask(undefined)
    if (!pasted) return
    if (begin === emptyDraft) touched.clear()
    draft = { ...begin, paste: draft.paste }
    fill(pasted)
  }
  const quote = () => {
    const abstract = control(form, 'abstract')
    const { selectionStart, selectionEnd, value } = abstract
    const evidence = texText(value.slice(selectionStart ?? 0, selectionEnd ?? 0))
    if (evidence) return change({ evidence })
    say(form, 'done', 'Select words in the abstract first.')
    abstract.focus()
  }

  const acts: Record<string, (target: HTMLElement) => unknown> = {
    read,
    anew: () => settle(emptyDraft),
    keep: () => settle(draft),
    evidence: quote,
    copy: () => copyFile(form),
    download() {
      if (!shown) return
      const { id, source } = shown.file
      saveFile(source, `${id}.mdx`, 'text/plain')
      say(form, 'done', `The file is downloaded as \`${id}.mdx\`.`)
    },
    clear() {
      draft = emptyDraft
      ask(undefined)
      change({})
      touched.clear()
      say(form, 'paste', '')
      say(form, 'done', 'The draft is cleared from this device.')
      control(form, 'paste').focus()
    },
    fields() {
      draft = { ...draft, file: undefined }
      keepAndShow()
      control(form, 'title').focus()
    },
    tag({ dataset: { tag = '' } }) {
      const all = new Set(tagsIn(draft.tags, known.vocabulary.tags))
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
      if (link.dataset['filled'] === 'false') void copyFile(form)
      say(form, 'done', 'GitHub opens in a new tab. Clear the draft once the paper is proposed.')
    },
  }

  const fieldIn = ({ target }: Event) =>
    target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target : undefined
  // In a field of one line the Enter key would press the form's first button, and what was pasted would win again.
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault()
  })
  form.addEventListener('click', (event) => {
    const { target } = event
    const acting = target instanceof Element ? target.closest<HTMLElement>('[data-do]') : null
    if (acting?.ariaDisabled === 'true') event.preventDefault()
    if (acting) acts[acting.dataset['do'] ?? '']?.(acting)
  })
  form.addEventListener('input', (event) => {
    const field = fieldIn(event)
    if (!field) return
    if (field.name === 'file') draft = { ...draft, file: field.value }
    else draft = readFields(form, draft)
    if (['file', 'topics', 'kind'].includes(field.name)) touched.add(field.name)
    typed.soon()
  })
  form.addEventListener('paste', (event) => {
    if (fieldIn(event)?.name === 'paste') setTimeout(() => void read())
  })
  form.addEventListener('focusout', (event) => {
    const { name = '' } = fieldIn(event) ?? {}
    if (!name || touched.has(name) || isEmpty(draft)) return
    touched.add(name)
    typed.soon()
  })
  form.addEventListener('change', (event) => {
    if (fieldIn(event)?.name === 'abstract') fillLinks()
  })
  writeFields(form, draft)
  form.dataset['open'] = ''
  // A search that found nothing names the paper in the address.
  const wanted = new URLSearchParams(location.search).get('paper')
  if (wanted && isEmpty(draft)) {
    control(form, 'paste').value = wanted
    return read()
  }
  if (draft.paste !== before.paste) return read()
  void show()
}
