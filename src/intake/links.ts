import type { Root } from 'mdast'
import { isSafeAddress } from '../model/address.ts'
import { type EntryFacts, type LinkKind, linkKind } from '../model/entry.ts'
import { plainText } from '../text/plain.ts'
import { hostKind } from './addresses.ts'
import type { Paper } from './paper.ts'

/** An address with the words that describe it: those before it in its sentence, and its label. */
interface Mention {
  address: string
  words: string
}

const about = {
  code: /\b(?:codes?|codebase|implementation|scripts?|source|software|librar(?:y|ies)|toolkit|framework|github|repositor(?:y|ies)|models?|weights|checkpoints)\b/i,
  data: /\b(?:data|datasets?|corpus|corpora|dataset\w*)\b/i,
  model: /\b(?:models?|weights|checkpoints?)\b/i,
  page: /\b(?:projects?|\w*pages?|\w*sites?|web|demos?|videos?|blog\w*|leaderboard|interactive|system|tutorials)\b/i,
}

/** What an address leads to, by its host and path, or by the words before it. Undefined for papers and videos. */
export function linkKindOf(address: string, words = ''): LinkKind | undefined {
  const host = hostKind(address)
  const [first = '', second = '', ...more] = new URL(address).pathname.split('/').filter(Boolean)
  if (host === 'paper' || host === 'neither') return undefined
  if (host === 'data' || host === 'project') return host
  if (host === 'code') {
    if (!second || /^awesome\b/i.test(second)) return 'project'
    return about.data.test(words) && !about.code.test(words) ? 'data' : 'code'
  }
  if (host !== 'hub') return kindByWords(words)
  if (first === 'papers') return undefined
  if (first === 'datasets') return 'data'
  if (first === 'spaces') return 'project'
  if (second && more.length === 0) return 'model'
  return about.model.test(words) ? 'model' : about.data.test(words) ? 'data' : 'project'
}

/** Whether the host of an address is known for code, data, models or project pages. */
export function isLinkHost(address: string): boolean {
  return /^(?:code|data|project|hub)$/.test(hostKind(address) ?? '')
}

/** Code or data if the words mention nothing else, otherwise a project. */
function kindByWords(words: string): LinkKind {
  if (about.page.test(words)) return 'project'
  const [isCode, isData] = [about.code.test(words), about.data.test(words)]
  if (isCode === isData || about.model.test(words)) return 'project'
  return isCode ? 'code' : 'data'
}

/** The links of an entry: those that are known, and the first address of each other kind in the abstract. */
export function linksOf(abstract: Root, known: Pick<Paper, LinkKind> = {}): EntryFacts['links'] {
  const found: Partial<Record<LinkKind, string>> = {}
  const add = (kind: LinkKind | undefined, address: string) => {
    const others = Object.values(found).map(comparable)
    if (kind && !found[kind] && !others.includes(comparable(address))) found[kind] = address
  }
  const { project, ...named } = known
  for (const kind of ['code', 'data', 'model'] as const) if (named[kind]) add(kind, named[kind])
  if (project) {
    // Bibliographies also call data and code a project.
    const kind = linkKindOf(project)
    add((kind === 'data' || kind === 'code') && !found[kind] ? kind : 'project', project)
  }
  for (const { address, words } of mentionsIn(abstract)) add(linkKindOf(address, words), address)
  const links = linkKind.options.flatMap((kind) => (found[kind] ? [[kind, found[kind]]] : []))
  return links.length > 0 ? Object.fromEntries(links) : undefined
}

/** An address for comparison: without scheme, `www.`, `.git` and slashes at its end. */
function comparable(address: string): string {
  return address
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/(?:\.git)?\/*$/, '')
}

function mentionsIn({ children }: Root): Mention[] {
  return children.flatMap((paragraph) => {
    let before = ''
    const nodes = paragraph.type === 'paragraph' ? paragraph.children : []
    return nodes.flatMap((node): Mention[] => {
      const text = plainText(node)
      if (node.type !== 'link' || !isSafeAddress(node.url)) {
        before += text
        return []
      }
      const sentence = before.split(/[.!?]["”)]?\s/).at(-1)
      before = ''
      return [{ address: node.url, words: `${sentence} ${text === node.url ? '' : text}`.trim() }]
    })
  })
}
