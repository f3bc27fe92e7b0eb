import { element } from '../browser/element.ts'
import { ownDesk } from './own.ts'

const place = element('div', { className: 'desk-voice', role: 'status' })
document.body.append(place)

/** Shows an important message, which stays visible. */
export function showNotice(...words: (Node | string)[]): void {
  place.classList.add('seen')
  place.replaceChildren(...words)
}

// The path is concatenated, so that Vite leaves out its preload helper of 1.7 kB.
const loadTrouble = (): Promise<typeof import('./trouble.ts')> => import('./trouble' + '.ts')

/** Announces a change to screen readers; if something is wrong with the desk, shows that to everyone. */
export function announce(words = ''): void {
  const { trouble } = ownDesk
  if (trouble)
    void loadTrouble().then(({ troubleMessage }) => showNotice(...troubleMessage(trouble, ownDesk)))
  else {
    place.classList.remove('seen')
    place.textContent = words
  }
}
