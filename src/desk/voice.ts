import { element } from './element.ts'
import { ownDesk } from './own.ts'

const place = element('div', { className: 'desk-voice', role: 'status' })
document.body.append(place)

/** Tells those who listen what has changed. */
export function say(words: string): void {
  place.textContent = words
}

// Put together, so that Vite leaves out its loader of 1.7 kB.
const loadTrouble = (): Promise<typeof import('./trouble.ts')> => import('./trouble' + '.ts')

/** Tells those who listen what has changed; when something is wrong with the desk, tells everyone that. */
export function report(words = ''): void {
  const { trouble } = ownDesk
  place.classList.toggle('seen', trouble !== undefined)
  if (!trouble) say(words)
  else
    void loadTrouble().then(({ troubleWords }) =>
      place.replaceChildren(...troubleWords(trouble, ownDesk)),
    )
}
