import { generate } from 'lean-qr'
import { toSvg } from 'lean-qr/extras/svg'

/** A link as a QR code, dark on light even in dark mode. */
export function qrOf(link: string): SVGElement {
  const picture = toSvg(generate(link), document, { on: '#000', off: '#fff', scale: 4 })
  picture.setAttribute('role', 'img')
  picture.setAttribute('aria-label', 'The link as a QR code')
  return picture
}
