import { soundFacts } from '../../rules/engine/sound-facts.ts'
import { titleText } from '../../text/title.ts'
import type { DraftFile } from '../draft.ts'
import type { Judgement } from '../judge.ts'
import { proposalOf } from './proposal.ts'
import type { Say } from './say.ts'

/** A draft as its file, and what the rules say of that. */
export interface Judged {
  file: DraftFile
  judgement: Judgement
}

/** Opens the way to GitHub for a draft that has nothing left to mend, and closes it for any other. */
export function showWay(
  form: HTMLFormElement,
  shown: Judged | undefined,
  { repository, branch }: { repository: string; branch: string },
  say: Say,
): void {
  const link = form.querySelector<HTMLAnchorElement>('[data-do="propose"]')
  if (!link) return
  const ready = shown && shown.judgement.findings.length === 0
  link.setAttribute('aria-disabled', String(!ready))
  if (!ready) {
    link.href = '#entry'
    link.removeAttribute('target')
    return
  }
  const title = titleText(soundFacts(shown.judgement.file).title ?? shown.file.id)
  const { address, filled } = proposalOf({ address: repository, branch }, shown.file, title)
  link.href = address
  link.target = '_blank'
  link.rel = 'noreferrer'
  link.dataset['filled'] = String(filled)
  link.textContent = filled ? 'Propose on GitHub' : 'Copy the file and open GitHub'
  if (!filled)
    say(
      'done',
      'The entry is too long for an address that GitHub takes. Its text is copied when GitHub opens: paste it there.',
    )
}
