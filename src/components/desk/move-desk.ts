import { part } from '../../browser/dom.ts'
import { saveFile } from '../../browser/save-file.ts'
import { announce } from '../../desk/announce.ts'
import { type Desk, emptyDesk, parseDesk, writeDesk } from '../../desk/desk.ts'
import { mergeDesks, undoStep } from '../../desk/merge.ts'
import { type ImportedDesk, parseLinkFragment, writeLinkFragment } from '../../desk/move.ts'
import { ownDesk } from '../../desk/own.ts'
import { papers } from '../../model/count.ts'

/** A file with more bytes is not a desk. */
const maxFileSize = 5_000_000
/** Cameras fail to read QR codes with more characters. */
const maxQrLength = 2000

/** Says in words what a desk holds: `12 papers to read, 3 read, 2 notes`. */
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

/** Draws a link as a QR code, dark on light even in dark mode. */
async function drawQrCode(link: string): Promise<SVGElement> {
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
 * Starts the part of the desk's page that moves the desk to another device. `fetchIds` maps the present and former ids of the
 * list's papers to present ones. `onChange` is called after each import, deletion and undo.
 */
export function startMove(
  root: HTMLElement,
  fetchIds: () => Promise<ReadonlyMap<string, string>>,
  onChange: () => void,
): void {
  const message = part(root, 'said', HTMLElement)
  const ask = part(root, 'ask', HTMLElement)
  const undo = part(root, 'undo', HTMLElement)
  const link = part(root, 'link', HTMLElement)
  const qr = part(root, 'qr', HTMLElement)
  const file = part(root, 'file', HTMLInputElement)
  let imported: ImportedDesk | undefined
  let lastStep: { before: Desk; after: Desk } | undefined

  const say = (words: string, offered: { ask?: boolean; undo?: boolean } = {}) => {
    message.textContent = words
    ask.hidden = !offered.ask
    undo.hidden = !offered.undo
  }
  const apply = (change: (desk: Desk) => Desk, words: string, offered = { undo: true }) => {
    const before = ownDesk.desk
    ownDesk.change(change)
    lastStep = { before, after: ownDesk.desk }
    announce()
    onChange()
    say(words, offered)
  }
  /** Says what an import would add, and asks the reader to confirm it. */
  const confirmImport = (desk: ImportedDesk) => {
    const words = tallyText(desk)
    const rest = desk.unknown > 0 ? ` Not on this list: ${papers(desk.unknown)}.` : ''
    imported = desk
    if (!words) return say(`It has nothing to add.${rest}`)
    say(`It adds ${words}.${rest} What you have here stays.`, { ask: true })
    root.scrollIntoView({ block: 'nearest' })
    part(ask, 'take', HTMLElement).focus()
  }
  const importFromLink = async () => {
    if (!parseLinkFragment(location.hash, new Map())) return
    const ids = await fetchIds()
    const desk = parseLinkFragment(location.hash, ids)
    if (!desk) return
    if (ids.size === 0)
      return say('The link cannot be read without the list. Check the connection, then reload.')
    history.replaceState(null, '', location.pathname)
    confirmImport(desk)
  }
  const deskLink = () => location.origin + location.pathname + writeLinkFragment(ownDesk.desk)

  const actions: Record<string, () => unknown> = {
    save() {
      saveFile(writeDesk(ownDesk.desk), 'desk.json', 'application/json')
      say('Everything is saved as desk.json.')
    },
    async copy() {
      const text = deskLink()
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
      const text = deskLink()
      qr.hidden = text.length > maxQrLength
      if (qr.hidden) return say('The link is too long for a QR code. Save a file instead.')
      qr.replaceChildren(await drawQrCode(text))
      say('Point the other device’s camera at it.')
    },
    take() {
      const desk = imported
      if (desk) apply((own) => mergeDesks(own, desk), 'Added.')
    },
    leave: () => say('Nothing has changed.'),
    forget: () => apply(() => emptyDesk, 'All your marks and notes are erased.'),
    undo() {
      const step = lastStep
      if (step)
        apply((now) => undoStep(step, now), 'Everything is back as it was.', { undo: false })
    },
  }
  for (const [name, action] of Object.entries(actions))
    part(root, name, HTMLElement).addEventListener('click', () => void action())
  file.addEventListener('change', async () => {
    const [chosen] = file.files ?? []
    if (!chosen) return
    const desk = chosen.size > maxFileSize ? undefined : parseDesk(await chosen.text())
    file.value = ''
    if (desk) confirmImport({ ...desk, unknown: 0 })
    else
      say(
        'This is not a desk file, or it is from a newer version of this site. Nothing has changed.',
      )
  })
  // The link and the QR code hold the desk before the change.
  ownDesk.watch(() => {
    qr.hidden = true
    link.hidden = true
  })
  window.addEventListener('hashchange', () => void importFromLink())
  void importFromLink()
}
