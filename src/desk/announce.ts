import { element } from '../browser/element.ts'
import { writeDesk } from './desk.ts'
import { ownDesk } from './own.ts'
import type { Trouble } from './store.ts'

const place = element('div', { className: 'desk-voice', role: 'status' })
document.body.append(place)

const troubles: Record<Trouble, string> = {
  refused:
    'This browser lets this site store nothing. Your marks are lost when you leave the page. ',
  full: 'This browser has no space left for this site. Your last changes are not saved. ',
  broken: 'Your saved desk could not be read. Nothing is lost: it is set aside on ',
}

/** Shows an important message, which stays visible. */
export function showNotice(...words: (Node | string)[]): void {
  place.classList.add('seen')
  place.replaceChildren(...words)
}

/** Announces a change to screen readers; if something is wrong with the desk, shows that to everyone. */
export function announce(words = ''): void {
  const { trouble, desk } = ownDesk
  place.classList.remove('seen')
  place.textContent = words
  if (!trouble) return
  const file = `data:application/json,${encodeURIComponent(writeDesk(desk))}`
  const way =
    trouble === 'broken'
      ? element('a', { href: `${import.meta.env.BASE_URL}desk/` }, 'your desk')
      : element('a', { href: file, download: 'desk.json' }, 'Save them as a file')
  showNotice(troubles[trouble], way, '.')
}
