import { part } from '../../browser/dom.ts'
import { longestAddress, newFileAddress, type Repository } from '../../model/repository.ts'
import { validFacts } from '../../rules/engine/rule.ts'
import { titleText } from '../../text/title.ts'
import type { Judgement } from '../judge.ts'
import { control, say } from './page.ts'

const description = 'Suggested with the form of the site.'

/**
 * Opens the way to GitHub for a draft that has no findings left, and closes it for any other. The page of a new file
 * that opens there holds the entry; without its text where the address would be too long for GitHub.
 */
export function showWay(
  form: HTMLFormElement,
  judgement: Judgement | undefined,
  repository: Repository,
): void {
  const link = part(form, 'do="propose"', HTMLAnchorElement)
  const ready = judgement && judgement.findings.length === 0
  link.ariaDisabled = String(!ready)
  if (!ready) {
    link.href = '#entry'
    link.removeAttribute('target')
    return
  }
  const { id, path, source } = judgement.file
  const message = `Add ${titleText(validFacts(judgement.file).title ?? id)}`.slice(0, 120)
  const whole = newFileAddress(repository, { path, text: source, message, description })
  const filled = whole.length <= longestAddress
  link.href = filled ? whole : newFileAddress(repository, { path, message, description })
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

/** Copies the file that stands in the form, or selects it where a browser forbids to copy. */
export async function copyFile(form: HTMLFormElement): Promise<void> {
  const text = control(form, 'file')
  try {
    await navigator.clipboard.writeText(text.value)
    say(form, 'done', 'The file is copied.')
  } catch {
    text.focus()
    text.select()
    say(form, 'done', 'The file is selected: copy it with your keyboard.')
  }
}
