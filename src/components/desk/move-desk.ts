import { part } from '../../browser/dom.ts'
import { saveFile } from '../../browser/save-file.ts'
import { announce } from '../../desk/announce.ts'
import { type Desk, emptyDesk, parseDesk, writeDesk } from '../../desk/desk.ts'
import { merged, undone } from '../../desk/merge.ts'
import { type ImportedDesk, linkFragment, parseLinkFragment } from '../../desk/move.ts'
import { ownDesk } from '../../desk/own.ts'
import { papers } from '../../model/count.ts'

/** A larger file is not a desk. */
const largestFile = 5_000_000
/** Cameras fail on QR codes with more characters. */
const longestInPicture = 2000

/** The contents of a desk in words: `12 papers to read, 3 read, 2 notes`. */
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

/** A link as a QR code, dark on light even in dark mode. */
async function qrOf(link: string): Promise<SVGElement> {
  const [{ generate }, { toSvg }] = await Promise.all([
    import('lean-qr'),
    import('lean-qr/extras/svg'),
  ])
  const picture = toSvg(generate(link), document, { on: '#000', off: '#fff', scale: 4 })
  picture.setAttribute('role', 'img')
  picture.setAttribute('aria-label', 'The link as a QR code')
  return picture
}

/**
 * Starts the part of the desk's page that moves the desk. `ids` maps present and former ids to present ones;
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
  let step: { before: Desk; done: Desk } | undefined

  const say = (words: string, then: { ask?: boolean; undo?: boolean } = {}) => {
    said.textContent = words
    ask.hidden = !then.ask
    undo.hidden = !then.undo
  }
  const put = (make: (desk: Desk) => Desk, words: string, undone = false) => {
    const before = ownDesk.desk
    ownDesk.change(make)
    step = { before, done: ownDesk.desk }
    announce()
    changed()
    say(words, { undo: !undone })
  }
  /** Says what an import would add, and asks for confirmation. */
  const offer = (desk: ImportedDesk) => {
    const words = tallyText(desk)
    const strange = desk.unknown > 0 ? ` Not on this list: ${papers(desk.unknown)}.` : ''
    brought = desk
    if (!words) return say(`It has nothing to add.${strange}`)
    say(`It adds ${words}.${strange} What you have here stays.`, { ask: true })
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
      qr.replaceChildren(await qrOf(text))
      say('Point the other device’s camera at it.')
    },
    take() {
      const desk = brought
      if (desk) put((own) => merged(own, desk), 'Added.')
    },
    leave: () => say('Nothing has changed.'),
    forget: () => put(() => emptyDesk, 'All your marks and notes are erased.'),
    undo() {
      const last = step
      if (last) put((now) => undone(last, now), 'Everything is back as it was.', true)
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
      say(
        'This is not a desk file, or it is from a newer version of this site. Nothing has changed.',
      )
  })
  // They show the desk before the change.
  ownDesk.watch(() => {
    qr.hidden = true
    link.hidden = true
  })
  window.addEventListener('hashchange', () => void readAddress())
  void readAddress()
}
