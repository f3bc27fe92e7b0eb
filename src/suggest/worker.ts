import { linksOf } from '../intake/links.ts'
import { validFacts } from '../rules/engine/rule.ts'
import { parseEntryFile } from '../text/entry-file.ts'
import { largestFile } from '../text/limits.ts'
import { loadMath } from '../text/math.ts'
import { texText, texTree } from '../text/tex.ts'
import { titleText } from '../text/title.ts'
import { draftChecker, type KnownList } from './check-draft.ts'
import type { Draft } from './draft.ts'
import { parseTags, splitParagraphs, writeDraftFile } from './draft-file.ts'
import { isOtherPaper, parsePaste } from './paste.ts'
import { previewHtml } from './preview.ts'
import { createSuggester, type LabelledPaper, labelledPaper } from './suggestions.ts'

// The parsers and the rules run in a worker, so that the page never waits for them.

/** Shorter abstracts, in characters, get no suggestions. */
const minAbstractLength = 100

/** The day in UTC, a number of hours from now. */
const day = (hours = 0) => new Date(Date.now() + hours * 3_600_000).toISOString().slice(0, 10)

async function fetchJson<Data>(name: string): Promise<Data> {
  const address = `${import.meta.env.BASE_URL}suggest/${name}`
  const response = await fetch(address)
  if (!response.ok) throw new Error(`Unexpected status ${response.status} of ${address}.`)
  return (await response.json()) as Data
}

/** Fetches the facts of the list. Gives the methods that the form can call. */
async function loadMethods() {
  const known = await fetchJson<KnownList>('known.json')
  const { papers, topics, vocabulary } = known
  const checkDraft = draftChecker(known)
  const taken = new Set(papers.flatMap(({ id, formerIds = [] }) => [id, ...formerIds]))
  const fileOf = (draft: Draft) => writeDraftFile(draft, taken, day(), vocabulary.tags)
  let suggester: ReturnType<typeof createSuggester> | undefined
  return {
    /** Writes the file of a draft, checks it, and makes a preview of its page. */
    check(draft: Draft) {
      // Somewhere on earth it is up to 14 hours later than in UTC, and `added` may be that day.
      const { file, findings } = checkDraft(fileOf(draft), day(14))
      const { id, path, source } = file
      const title = titleText(validFacts(file).title ?? id)
      const isByHand = draft.file !== undefined
      return {
        ...{ id, path, source, title, preview: previewHtml(file, known) },
        findings: isByHand ? findings.map((one) => ({ ...one, field: 'file' })) : findings,
      }
    },
    /** Suggests topics and tags for a draft, with reasons. The first call fetches the papers to compare with. */
    async suggest(draft: Draft) {
      const { path, source } = fileOf(draft)
      const paper = labelledPaper(parseEntryFile(path, source))
      if (!paper || paper.abstract.length < minAbstractLength) return { topics: [], tags: [] }
      const { tags } = vocabulary
      suggester ??= createSuggester({
        entries: await fetchJson<LabelledPaper[]>('papers.json'),
        topics,
        tags,
      })
      const suggestions = suggester(paper)
      const chosen = parseTags(draft.tags, tags)
      return {
        topics: suggestions.topics.filter(({ likely }) => likely),
        tags: suggestions.tags.slice(0, 6).map(({ id, why }) => ({
          ...{ id, why, name: tags[id]?.name ?? id },
          isChosen: chosen.includes(id),
        })),
      }
    },
    /** Parses a pasted text, and says whether it is about a different paper from the draft's. */
    async parsePaste(text: string, draft: Draft) {
      const pasted = await parsePaste(text, day(), vocabulary.venues)
      return { ...pasted, isOther: isOtherPaper(draft, pasted.fields) }
    },
    /** The addresses in an abstract, by the fields for links. */
    links: (abstract: string): Partial<Draft> =>
      abstract.length > largestFile ? {} : (linksOf(texTree(splitParagraphs(abstract))) ?? {}),
    /** Converts TeX to plain text. */
    plainText: (text: string) => texText(text),
    /** Parses the field of the tags. Gives their ids. */
    parseTags: (text: string) => parseTags(text, vocabulary.tags),
  }
}

/** The methods of the worker that the form can call. */
export type WorkerMethods = Awaited<ReturnType<typeof loadMethods>>
/** A draft's file with its findings and its preview. */
export type CheckResult = ReturnType<WorkerMethods['check']>
/** The topics and tags that the form suggests for a draft. */
export type ShownSuggestions = Awaited<ReturnType<WorkerMethods['suggest']>>

const methods = loadMethods()
self.addEventListener('message', async ({ data: [name, ...given], ports: [port] }) => {
  try {
    const texts = given.flatMap((part: unknown) =>
      part instanceof Object ? Object.values(part) : part,
    )
    // The parser of mathematics is large, and few texts have any.
    if (/[$\\]/.test(texts.join())) await loadMath()
    const method = (await methods)[name as keyof WorkerMethods] as (...given: unknown[]) => unknown
    port?.postMessage({ result: await method(...given) })
  } catch (error) {
    port?.postMessage({ error: String(error) })
  }
})
