import { element } from '../browser/element.ts'
import { saveFile } from '../browser/save-file.ts'
import { writeDesk } from './desk.ts'
import type { DeskStore, Trouble } from './store.ts'

const words: Record<Trouble, string> = {
  refused:
    'This browser keeps nothing for this site. What you mark is gone when you leave the page. ',
  full: 'This browser has no room left for this site. Your last changes are not kept. ',
  broken: 'What this browser had kept of your desk could not be read. It is set aside on ',
}

/** A message on what is wrong with the desk, with a button that saves it as a file. */
export function troubleMessage(trouble: Trouble, { desk }: DeskStore): (Node | string)[] {
  if (trouble === 'broken')
    return [
      words.broken,
      element('a', { href: `${import.meta.env.BASE_URL}desk/` }, 'your desk'),
      '; nothing is lost.',
    ]
  const save = element('button', { type: 'button' }, 'Save as a file')
  save.addEventListener('click', () => saveFile(writeDesk(desk), 'desk.json', 'application/json'))
  return [words[trouble], save]
}
