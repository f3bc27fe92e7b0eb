import { isSafeAddress } from '../../model/address.ts'

const htmlElements = new Set(
  'a blockquote br code em li mark ol p pre strong sub sup ul'.split(' '),
)
const mathAttributes = new Set(
  `accent accentunder columnalign columnspacing depth display displaystyle fence form height largeop linethickness lspace
  mathvariant maxsize minsize movablelimits rowspacing rspace scriptlevel separator stretchy symmetric voffset width`.split(
    /\s+/,
  ),
)
const htmlSpace = 'http://www.w3.org/1999/xhtml'
const mathSpace = 'http://www.w3.org/1998/Math/MathML'

/**
 * HTML as nodes that can do nothing but be read: prose, mathematics, and links to safe addresses. Whatever else stands in
 * it is left out, also where the text came from our own writer.
 */
export function safeNodes(html: string): DocumentFragment {
  const fragment = document.createDocumentFragment()
  const parsed = new DOMParser().parseFromString(html, 'text/html')
  for (const node of parsed.body.childNodes) append(fragment, node)
  return fragment
}

function append(parent: Node, node: Node): void {
  if (node.nodeType === Node.TEXT_NODE)
    parent.appendChild(document.createTextNode(node.nodeValue ?? ''))
  if (!(node instanceof Element)) return
  const own = copyOf(node)
  if (!own) return
  for (const child of node.childNodes) append(own, child)
  parent.appendChild(own)
}

function copyOf({ namespaceURI, localName, attributes }: Element): Element | undefined {
  if (namespaceURI === htmlSpace && htmlElements.has(localName)) {
    const element = document.createElement(localName)
    const address = attributes.getNamedItem('href')?.value
    if (localName === 'a' && address && isSafeAddress(address)) {
      element.setAttribute('href', address)
      element.setAttribute('rel', 'noreferrer')
    }
    return element
  }
  if (namespaceURI !== mathSpace || !/^m[a-z]+$|^semantics$/.test(localName)) return undefined
  const element = document.createElementNS(mathSpace, localName)
  for (const { name, value } of attributes) {
    if (mathAttributes.has(name)) element.setAttribute(name, value)
  }
  return element
}
