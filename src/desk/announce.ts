import { element } from '../browser/element.ts'
import { ownDesk } from './own.ts'

const place = element('div', { className: 'desk-voice', role: 'status' })
document.body.append(place)

/** Tells everyone something of weight, which stays in sight. */
export function showNotice(...words: (Node | string)[]): void {
  place.classList.add('seen')
  place.replaceChildren(...words)
}

// Put together, so that Vite leaves out its loader of 1.7 kB.
const loadTrouble = (): Promise<typeof import('./trouble.ts')> => import('./trouble' + '.ts')

/** Tells those who listen what has changed; when something is wrong with the desk, tells everyone that. */
export function announce(words = ''): void {
  const { trouble } = ownDesk
  if (trouble)
    void loadTrouble().then(({ troubleMessage }) => showNotice(...troubleMessage(trouble, ownDesk)))
  else {
    place.classList.remove('seen')
    place.textContent = words
  }
}
