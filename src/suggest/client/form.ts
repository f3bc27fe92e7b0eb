import { linksOf } from '../../intake/links.ts'
import { linkKind } from '../../model/entry.ts'
import { largestFile } from '../../text/limits.ts'
import { texText, texTree } from '../../text/tex.ts'
import { type Draft, emptyDraft, fileOf, isEmpty, paragraphsOf } from '../draft.ts'
import { judgeOf } from '../judge.ts'
import type { KnownList } from '../known.ts'
import { readPaste } from '../paste.ts'
import type { Suggestions } from '../suggestions.ts'
import { control, readFields, writeFields } from './fields.ts'
import { keptDraft } from './kept-draft.ts'
import { offersFrom } from './offers.ts'
import { part, voiceOf } from './say.ts'
import { showJudgement } from './show-judgement.ts'
import { showOffers } from './show-offers.ts'
import { type Judged, showWay } from './show-way.ts'
import { copyFile, downloadFile } from './take-file.ts'

// Long enough that a word is written in peace, short enough that the answer belongs to it.
const pause = 200

/** Today, and today where the day begins first: nobody's today is a day of the future. */
const day = (hours = 0) => new Date(Date.now() + hours * 3_600_000).toISOString().slice(0, 10)

/** Opens the form: fetches what the list has, brings the kept draft back, and answers while somebody writes. */
export async function openForm(form: HTMLFormElement): Promise<void> {
  const { site = '/', known: address = '', papers = '', repository, branch = 'main' } = form.dataset
  const say = voiceOf(form)
  let known: KnownList
  try {
    const answer = await fetch(address)
    if (!answer.ok) throw new Error(String(answer.status))
    known = (await answer.json()) as KnownList
  } catch {
    say(
      'verdict',
      'The list could not be fetched, so that nothing can be checked here. Reload the page, or write the file by hand, as below.',
      true,
    )
    return
  }
  const judge = judgeOf(known)
  const taken = new Set(known.papers.flatMap(({ id, formerIds = [] }) => [id, ...formerIds]))
  const offersOf = offersFrom(papers, known)
  const kept = keptDraft(site)
  const touched = new Set<string>()
  let draft = kept.load()
  let shown: Judged | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const show = () => {
    clearTimeout(timer)
    const byHand = draft.file !== undefined
    part(form, '[data-fields]').inert = byHand
    part(form, '[data-do="fields"]').hidden = !byHand
    const file = isEmpty(draft) ? undefined : fileOf(draft, taken, day())
    shown = file && { file, judgement: judge(file, day(14)) }
    showJudgement(form, shown, { known, site, touched, byHand }, say)
    if (repository) showWay(form, shown, { repository, branch }, say)
    void showSuggestions()
  }

  const showSuggestions = async () => {
    const asked = shown
    const none: Suggestions = { topics: [], tags: [] }
    const offers = asked ? await offersOf(asked.judgement.file) : none
    if (asked === shown) showOffers(form, offers, known, draft.tags)
  }

  const keep = () => {
    const paste = draft.paste.length > largestFile ? '' : draft.paste
    if (isEmpty(draft) && !paste) kept.clear()
    else if (!kept.keep({ ...draft, paste }))
      say(
        'done',
        'This browser keeps no draft of this size. Copy or download the file before you leave.',
      )
  }
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      keep()
      show()
    }, pause)
  }
  const change = (fields: Partial<Draft>) => {
    draft = { ...draft, ...fields }
    writeFields(form, draft)
    keep()
    show()
  }
  const fillLinks = () => {
    if (draft.abstract.length > largestFile) return
    const found = linksOf(texTree(paragraphsOf(draft.abstract))) ?? {}
    const free = linkKind.options.flatMap((kind) =>
      found[kind] && !draft[kind] ? [[kind, found[kind]]] : [],
    )
    if (free.length > 0 && !linkKind.options.some((kind) => draft[kind]))
      change(Object.fromEntries(free))
  }

  const read = async () => {
    const text = control(form, 'paste').value
    if (!text.trim()) {
      say('paste', 'Nothing is pasted yet.')
      return
    }
    const { fields, said } = await readPaste(text, day(), async (bibtex, today) => {
      const { readPastedBibtex } = await import('../paste-bibtex.ts')
      return readPastedBibtex(bibtex, today, known.vocabulary.venues)
    })
    for (const name of Object.keys(fields)) touched.add(name)
    const { file: _, ...rest } = draft
    draft = rest
    change(fields)
    if (fields.file === undefined) fillLinks()
    say('paste', said.join(' '))
  }

  const quote = () => {
    const abstract = control(form, 'abstract')
    const { selectionStart, selectionEnd, value } = abstract
    const words = texText(value.slice(selectionStart ?? 0, selectionEnd ?? 0))
    if (!words) {
      say('done', 'Select words in the abstract first.')
      abstract.focus()
      return
    }
    touched.add('evidence')
    change({ evidence: words })
  }

  const clear = () => {
    draft = { ...emptyDraft }
    touched.clear()
    writeFields(form, draft)
    kept.clear()
    say('paste', '')
    show()
    say('done', 'The draft is cleared from this device.')
    control(form, 'paste').focus()
  }

  const acts: Record<string, (target: HTMLElement) => void> = {
    read: () => void read(),
    evidence: quote,
    copy: () => void copyFile(form, say),
    download: () => shown && downloadFile(shown.file, say),
    clear,
    fields: () => {
      const { file: _, ...rest } = draft
      draft = rest
      keep()
      show()
      control(form, 'title').focus()
    },
    tag: ({ dataset }) => {
      const all = draft.tags.split(/[,\s]+/).filter(Boolean)
      const tag = dataset['tag'] ?? ''
      const next = all.includes(tag) ? all.filter((one) => one !== tag) : [...all, tag]
      touched.add('tags')
      change({ tags: next.join(', ') })
    },
    propose: (link) => {
      if (link.getAttribute('aria-disabled') === 'true') {
        const rest = shown ? 'Mend what is named above first.' : 'Nothing is written yet.'
        say(
          'done',
          `${rest} What you cannot mend a curator can: name the paper in an issue, as below.`,
        )
        return
      }
      if (link.dataset['filled'] === 'false') void copyFile(form, say)
      say('done', 'GitHub opens in a new tab. Clear the draft once the paper is proposed.')
    },
  }

  form.addEventListener('submit', (event) => event.preventDefault())
  // In a field of one line the Enter key would press the form's first button, and what was pasted would win again.
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault()
  })
  form.addEventListener('click', (event) => {
    const { target } = event
    const acting = target instanceof Element ? target.closest<HTMLElement>('[data-do]') : null
    if (acting?.getAttribute('aria-disabled') === 'true') event.preventDefault()
    if (acting) acts[acting.dataset['do'] ?? '']?.(acting)
  })
  form.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return
    if (target.name === 'file') {
      draft = { ...draft, file: target.value }
      touched.add('file')
    } else draft = readFields(form, draft)
    if (target.name === 'topics' || target.name === 'kind') touched.add(target.name)
    soon()
  })
  form.addEventListener('paste', ({ target }) => {
    if (target === control(form, 'paste')) setTimeout(() => void read())
  })
  form.addEventListener('focusout', ({ target }) => {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return
    if (touched.has(target.name) || isEmpty(draft)) return
    touched.add(target.name)
    soon()
  })
  form.addEventListener('change', ({ target }) => {
    if (target === control(form, 'abstract')) fillLinks()
  })
  part<HTMLFieldSetElement>(form, 'fieldset').disabled = false
  for (const [name, value] of Object.entries(draft))
    if (value && value.length > 0) touched.add(name)
  writeFields(form, draft)
  show()
}
