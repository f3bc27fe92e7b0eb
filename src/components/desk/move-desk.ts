import { part } from '../../browser/dom.ts'
import { saveFile } from '../../browser/save-file.ts'
import { announce } from '../../desk/announce.ts'
import { type Desk, emptyDesk, parseDesk, writeDesk } from '../../desk/desk.ts'
import { merged, undone } from '../../desk/merge.ts'
import { type ImportedDesk, linkFragment, parseLinkFragment } from '../../desk/move.ts'
import { ownDesk } from '../../desk/own.ts'
import { papers } from '../../model/count.ts'

/** A file of more bytes is none of a desk. */
const largestFile = 5_000_000
/** Cameras fail at a picture of more characters. */
const longestInPicture = 2000

/** What a desk holds, in words: `12 papers to read, 3 read, 2 notes`. */
export function tallyText({ marks, notes }: Pick<Desk, 'marks' | 'notes'>): string {
  const read = [...marks.values()].filter((mark) => mark === 'read').length
  const toRead = marks.size - read
  return [
    toRead > 0 ? `${papers(toRead)} to read` : '',
    read > 0 ? `${toRead > 0 ? read : papers(read)} read` : '',
    notes.size > 0 ? (notes.size === 1 ? '1 note' : `${notes.size} notes`) : '',
  ]
    .filter(Boolean)
    .join(', ')
}

// Put together, so that Vite leaves out its loader of 1.7 kB.
const loadQr = (): Promise<typeof import('./qr.ts')> => import('./qr' + '.ts')

/**
 * Brings to life the part of the desk that moves it. `ids` gives the list's papers by all ids under which they may be known;
 * `changed` is called when the desk has changed.
 */
export function startMove(
  root: HTMLElement,
  ids: () => Promise<ReadonlyMap<string, string>>,
  changed: () => void,
): void {
  const said = part(root, 'said', HTMLElement)
  const ask = part(root, 'ask', HTMLElement)
  const undo = part(root, 'undo', HTMLElement)
  const link = part(root, 'link', HTMLElement)
  const qr = part(root, 'qr', HTMLElement)
  const file = part(root, 'file', HTMLInputElement)
  let brought: ImportedDesk | undefined
  let before: Desk | undefined
  let done: Desk | undefined

  const say = (words: string, then: { ask?: boolean; undo?: boolean } = {}) => {
    said.textContent = words
    ask.hidden = !then.ask
    undo.hidden = !then.undo
  }
  const put = (make: (desk: Desk) => Desk, words: string, undone = false) => {
    before = ownDesk.desk
    ownDesk.change(make)
    done = ownDesk.desk
    announce()
    changed()
    say(words, { undo: !undone })
  }
  /** Says what another desk would bring, and asks. */
  const offer = (desk: ImportedDesk) => {
    const words = tallyText(desk)
    const strange = desk.unknown > 0 ? ` This list doesn’t know ${papers(desk.unknown)} of it.` : ''
    brought = desk
    if (!words) return say(`There is nothing in it to add.${strange}`)
    say(`It brings ${words}.${strange} What you have here stays.`, { ask: true })
    root.scrollIntoView({ block: 'nearest' })
    part(ask, 'take', HTMLElement).focus()
  }
  const readAddress = async () => {
    if (!parseLinkFragment(location.hash, new Map())) return
    const known = await ids()
    const desk = parseLinkFragment(location.hash, known)
    if (!desk) return
    if (known.size === 0)
      return say('The link cannot be read without the list. Check the connection, then reload.')
    history.replaceState(null, '', location.pathname)
    offer(desk)
  }
  const address = () => location.origin + location.pathname + linkFragment(ownDesk.desk)

  const acts: Record<string, () => unknown> = {
    save() {
      saveFile(writeDesk(ownDesk.desk), 'desk.json', 'application/json')
      say('Everything is saved as desk.json.')
    },
    async copy() {
      const text = address()
      link.textContent = text
      try {
        await navigator.clipboard.writeText(text)
        say('The link is copied. Open it on the other device.')
      } catch {
        link.hidden = false
        say('Copy the link above, and open it on the other device.')
      }
    },
    async picture() {
      const text = address()
      qr.hidden = text.length > longestInPicture
      if (qr.hidden) return say('The link is too long for a QR code. Save a file instead.')
      const { qrOf } = await loadQr()
      qr.replaceChildren(qrOf(text))
      say('Point the other device’s camera at it.')
    },
    take() {
      const desk = brought
      if (desk) put((own) => merged(own, desk), 'Added.')
    },
    leave: () => say('Nothing has changed.'),
    forget: () => put(() => emptyDesk, 'Everything you marked and noted here is forgotten.'),
    undo() {
      const [old, after] = [before, done]
      if (old && after) put((now) => undone(old, after, now), 'All is as it was.', true)
    },
  }
  for (const [name, act] of Object.entries(acts))
    part(root, name, HTMLElement).addEventListener('click', () => void act())
  file.addEventListener('change', async () => {
    const [chosen] = file.files ?? []
    if (!chosen) return
    const desk = chosen.size > largestFile ? undefined : parseDesk(await chosen.text())
    file.value = ''
    if (desk) offer({ ...desk, unknown: 0 })
    else
      say('This is no file of a desk, or one of a later version of this site. Nothing has changed.')
  })
  // They stand for the desk as it was.
  ownDesk.watch(() => {
    qr.hidden = true
    link.hidden = true
  })
  window.addEventListener('hashchange', () => void readAddress())
  void readAddress()
}
