import { linksOf } from '../intake/links.ts'
import { validFacts } from '../rules/engine/rule.ts'
import { parseEntryFile } from '../text/entry-file.ts'
import { largestFile } from '../text/limits.ts'
import { loadMath } from '../text/math.ts'
import { texText, texTree } from '../text/tex.ts'
import { titleText } from '../text/title.ts'
import type { Draft } from './draft.ts'
import { fileOf, paragraphsOf, tagsIn } from './draft-file.ts'
import { judgeOf, type KnownList } from './judge.ts'
import { lookOf } from './look.ts'
import { isOtherPaper, readPaste } from './paste.ts'
import { type JudgedPaper, judgedPaper, suggestionsFrom } from './suggestions.ts'

// The parsers and the rules run here, so that the page never waits for them.

const shortestAbstract = 100

/** Today; or the day in so many hours, since where the day begins first it may be tomorrow already. */
const day = (hours = 0) => new Date(Date.now() + hours * 3_600_000).toISOString().slice(0, 10)

async function load<Data>(name: string): Promise<Data> {
  const address = `${import.meta.env.BASE_URL}suggest/${name}`
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${answer.status} ${address}`)
  return (await answer.json()) as Data
}

/** Fetches what the list has, and gives what the form may ask. */
async function open() {
  const known = await load<KnownList>('known.json')
  const { papers, topics, vocabulary } = known
  const judge = judgeOf(known)
  const taken = new Set(papers.flatMap(({ id, formerIds = [] }) => [id, ...formerIds]))
  const draftFile = (draft: Draft) => fileOf(draft, taken, day(), vocabulary.tags)
  let suggest: ReturnType<typeof suggestionsFrom> | undefined
  return {
    /** A draft's file, what the rules say of it, and how its page will look. */
    check(draft: Draft) {
      const { file, findings } = judge(draftFile(draft), day(14))
      const { id, path, source } = file
      const title = titleText(validFacts(file).title ?? id)
      const inFile = draft.file === undefined ? {} : { field: 'file' }
      return {
        ...{ id, path, source, title, look: lookOf(file, known) },
        findings: findings.map((finding) => ({ ...finding, ...inFile })),
      }
    },
    /** The topics and tags that a draft likely has, and why. The papers to compare with are fetched when they are first needed. */
    async offers(draft: Draft) {
      const { path, source } = draftFile(draft)
      const paper = judgedPaper(parseEntryFile(path, source))
      if (!paper || paper.abstract.length < shortestAbstract) return { topics: [], tags: [] }
      const { tags } = vocabulary
      suggest ??= suggestionsFrom({
        entries: await load<JudgedPaper[]>('papers.json'),
        topics,
        tags,
      })
      const offers = suggest(paper)
      const chosen = tagsIn(draft.tags, tags)
      return {
        topics: offers.topics.filter(({ likely }) => likely),
        tags: offers.tags.slice(0, 6).map(({ id, why }) => ({
          ...{ id, why, name: tags[id]?.name ?? id },
          isChosen: chosen.includes(id),
        })),
      }
    },
    /** Reads a pasted text, and says whether it is of another paper than the draft's. */
    async read(text: string, draft: Draft) {
      const pasted = await readPaste(text, day(), vocabulary.venues)
      return { ...pasted, isOther: isOtherPaper(draft, pasted.fields) }
    },
    /** The addresses that an abstract names. */
    links: (abstract: string): Partial<Draft> =>
      abstract.length > largestFile ? {} : (linksOf(texTree(paragraphsOf(abstract))) ?? {}),
    /** A text without its TeX. */
    plain: (text: string) => texText(text),
    /** The ids of the tags in a text. */
    tags: (text: string) => tagsIn(text, vocabulary.tags),
  }
}

/** What the form may ask the worker. */
export type Questions = Awaited<ReturnType<typeof open>>
/** What the rules say of a draft. */
export type Answer = ReturnType<Questions['check']>
/** The topics and tags that are offered for a draft. */
export type Offers = Awaited<ReturnType<Questions['offers']>>

const opened = open()
self.addEventListener('message', async ({ data: [name, ...given], ports: [port] }) => {
  try {
    const texts = given.flatMap((part: unknown) =>
      part instanceof Object ? Object.values(part) : part,
    )
    // What reads mathematics weighs much, and few texts have any.
    if (/[$\\]/.test(texts.join())) await loadMath()
    const ask = (await opened)[name as keyof Questions] as (...given: unknown[]) => unknown
    port?.postMessage({ answer: await ask(...given) })
  } catch (error) {
    port?.postMessage({ fault: String(error) })
  }
})
