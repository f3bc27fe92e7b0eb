import type { Root } from 'mdast'
import { isSafeAddress } from '../model/address.ts'
import { type EntryFacts, type LinkKind, linkKind } from '../model/entry.ts'
import { plainText } from '../text/plain.ts'
import { hostKind } from './addresses.ts'
import type { Paper } from './paper.ts'

/** An address of an abstract with the words that say what it is: those before it in its sentence, and its label. */
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

/**
 * What an address of an abstract leads to, by its host and path; the words before it decide where these leave it open.
 * Undefined for papers and films.
 */
export function linkKindOf({ address, words }: Mention): LinkKind | undefined {
  const kept = hostKind(address)
  const [first = '', second = '', ...more] = new URL(address).pathname.split('/').filter(Boolean)
  if (kept === 'paper' || kept === 'neither') return undefined
  if (kept === 'data' || kept === 'project') return kept
  if (kept === 'code') {
    if (!second || /^awesome\b/i.test(second)) return 'project'
    return about.data.test(words) && !about.code.test(words) ? 'data' : 'code'
  }
  if (kept !== 'hub') return kindByWords(words)
  if (first === 'papers') return undefined
  if (first === 'datasets') return 'data'
  if (first === 'spaces') return 'project'
  if (second && more.length === 0) return 'model'
  return about.model.test(words) ? 'model' : about.data.test(words) ? 'data' : 'project'
}

/** Whether an address is of a host that keeps code, data, models or project pages. */
export function isLinkHost(address: string): boolean {
  return /^(?:code|data|project|hub)$/.test(hostKind(address) ?? '')
}

/** What a sentence alone says of an address: code or data when it speaks of nothing else. */
function kindByWords(words: string): LinkKind {
  if (about.page.test(words)) return 'project'
  const [isCode, isData] = [about.code.test(words), about.data.test(words)]
  if (isCode === isData || about.model.test(words)) return 'project'
  return isCode ? 'code' : 'data'
}

/** An entry's links: those that the paper's source names, then the first of each other kind that the abstract names. */
export function linksOf(abstract: Root, known: Pick<Paper, LinkKind> = {}): EntryFacts['links'] {
  const found: Partial<Record<LinkKind, string>> = {}
  const add = (kind: LinkKind | undefined, address: string) => {
    const others = Object.values(found).map(sameAs)
    if (kind && !found[kind] && !others.includes(sameAs(address))) found[kind] = address
  }
  const { project, ...named } = known
  for (const kind of ['code', 'data', 'model'] as const) if (named[kind]) add(kind, named[kind])
  if (project) {
    // Bibliographies also keep data and code under this name.
    const kind = linkKindOf({ address: project, words: '' })
    add((kind === 'data' || kind === 'code') && !found[kind] ? kind : 'project', project)
  }
  for (const mention of mentionsIn(abstract)) add(linkKindOf(mention), mention.address)
  const links = linkKind.options.flatMap((kind) => (found[kind] ? [[kind, found[kind]]] : []))
  return links.length > 0 ? Object.fromEntries(links) : undefined
}

/** An address for comparison: without scheme, `www.`, `.git` and the slash at its end. */
function sameAs(address: string): string {
  return address
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/(?:\.git)?\/*$/, '')
}

function mentionsIn({ children }: Root): Mention[] {
  return children.flatMap((paragraph) => {
    let before = ''
    const parts = paragraph.type === 'paragraph' ? paragraph.children : []
    return parts.flatMap((node): Mention[] => {
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
