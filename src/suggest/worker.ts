import { linksOf } from '../intake/links.ts'
import { validFacts } from '../rules/engine/rule.ts'
import { parseEntryFile } from '../text/entry-file.ts'
import { largestFile } from '../text/limits.ts'
import { loadMath } from '../text/math.ts'
import { texText, texTree } from '../text/tex.ts'
import { titleText } from '../text/title.ts'
import { type Draft, emptyDraft } from './draft.ts'
import { fileOf, paragraphsOf, tagsIn } from './draft-file.ts'
import { type JudgedFinding, judgeOf, type KnownList } from './judge.ts'
import { lookOf } from './look.ts'
import { isOtherPaper, readPaste } from './paste.ts'
import { type JudgedPaper, judgedPaper, sayWhy, suggestionsFrom } from './suggestions.ts'

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
  const twinOf = (id: string) => {
    const title = papers.find((paper) => paper.id === id)?.title ?? id
    return { id, title: titleText(title) }
  }
  let suggest: ReturnType<typeof suggestionsFrom> | undefined
  return {
    /** A draft's file, what the rules say of it, and how its page will look. */
    check(draft: Draft) {
      const { file, findings } = judge(draftFile(draft), day(14))
      const { id, path, source } = file
      return {
        ...{ id, path, source, look: lookOf(file, known) },
        title: titleText(validFacts(file).title ?? id),
        findings: findings.map((finding) => ({
          ...finding,
          field: draft.file === undefined ? fieldOf(finding, source) : 'file',
          twin: finding.twin === undefined ? undefined : twinOf(finding.twin),
        })),
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
      const likely = suggest(paper)
      const chosen = tagsIn(draft.tags, tags)
      return {
        topics: likely.topics
          .filter((offer) => offer.likely)
          .map((offer) => ({ id: offer.id, why: sayWhy(offer) })),
        tags: likely.tags.slice(0, 6).map((offer) => ({
          ...{ id: offer.id, name: tags[offer.id]?.name ?? offer.id, why: sayWhy(offer) },
          isChosen: chosen.includes(offer.id),
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

/** The name of the field in which a finding is to be fixed; the file's own where no field holds it. */
function fieldOf({ fact, line }: JudgedFinding, source: string): string {
  const link = /^\s+(\w+):/.exec(source.split('\n')[line - 1] ?? '')?.[1] ?? 'code'
  const name = fact === 'links' ? link : fact
  return name && name in emptyDraft ? name : 'file'
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
