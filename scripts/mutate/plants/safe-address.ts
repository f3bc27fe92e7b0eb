import { inAbstract, withFact, withText } from '../edits.ts'
import type { Plant } from '../plant.ts'

const link = (what: string, address: string): Plant => ({
  what,
  plant: ({ file }) => withFact(file, 'links', `links: {code: "${address}"}`),
})
const inProse = (what: string, address: string): Plant => ({
  what,
  plant: ({ file, nth }) => inAbstract(file, `See [there](${address}). `, nth),
})

/** Addresses that a reader may not follow. */
export const safeAddress: readonly Plant[] = [
  link('code as an address', 'javascript:alert(1)'),
  link('data as an address', 'data:text/html,words'),
  link('user name', 'https://user@github.com/example/ties'),
  link('port', 'https://github.com:8443/example/ties'),
  link('IP number', 'http://192.168.0.1/ties'),
  link('letters beyond ASCII', 'https://githüb.com/example/ties'),
  link('no scheme', 'github.com/example/ties'),
  link('host with one letter wrong', 'https://githud.com/example/ties'),
  link('host that begins like another', 'https://github.com.example.org/ties'),
  link('damaged host', 'https://huggingface.host/example/ties'),
  inProse('code in the abstract', 'javascript:alert(1)'),
  inProse('no scheme in the abstract', '//example.org/ties'),
  inProse('path in the abstract', '../papers/ties'),
  inProse('look-alike in the abstract', 'https://arxlv.org/abs/2410.01234'),
  {
    what: 'look-alike of the paper’s host',
    plant: ({ file, facts: { paper = '' } }) =>
      paper.includes('//arxiv.org/')
        ? withText(file, ['paper'], paper.replace('arxiv', 'arxlv'))
        : undefined,
  },
]
