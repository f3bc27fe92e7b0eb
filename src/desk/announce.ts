import { element } from '../browser/element.ts'
import { writeDesk } from './desk.ts'
import { ownDesk } from './own.ts'
import type { StorageProblem } from './store.ts'

const region = element('div', { className: 'desk-status', role: 'status' })
document.body.append(region)

const problems: Record<StorageProblem, string> = {
  refused:
    'This browser lets this site store nothing. Your marks are lost when you leave the page. ',
  full: 'This browser has no space left for this site. Your last changes are not saved. ',
  broken: 'Your saved desk could not be read. Nothing is lost: it is set aside on ',
}

/** Shows a message to every reader until the next announcement. */
export function showNotice(...words: (Node | string)[]): void {
  region.classList.add('visible')
  region.replaceChildren(...words)
}

/** Announces a change to screen readers. If the desk has a storage problem, shows that to every reader instead. */
export function announce(words = ''): void {
  const { problem, desk } = ownDesk
  region.classList.remove('visible')
  region.textContent = words
  if (!problem) return
  const file = `data:application/json,${encodeURIComponent(writeDesk(desk))}`
  const link =
    problem === 'broken'
      ? element('a', { href: `${import.meta.env.BASE_URL}desk/` }, 'your desk')
      : element('a', { href: file, download: 'desk.json' }, 'Save them as a file')
  showNotice(problems[problem], link, '.')
}
