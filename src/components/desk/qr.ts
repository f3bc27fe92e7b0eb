import { generate } from 'lean-qr'
import { toSvg } from 'lean-qr/extras/svg'

/** A link as a picture that a phone's camera reads, dark on light whatever the page is. */
export function qrOf(link: string): SVGElement {
  const picture = toSvg(generate(link), document, { on: '#000', off: '#fff', scale: 4 })
  picture.setAttribute('role', 'img')
  picture.setAttribute('aria-label', 'The link as a QR code')
  return picture
}
