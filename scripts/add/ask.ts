import * as clack from '@clack/prompts'
import { type Kind, kind } from '../../src/model/entry.ts'
import type { Suggestion } from '../../src/suggest/suggestion.ts'
import { plainText } from '../../src/text/plain.ts'
import type { SuggestedDraft } from './add-papers.ts'
import { type Choices, draftOf } from './draft.ts'
import { faultsOfChoices } from './judge-draft.ts'
import type { OpenList } from './list.ts'
import { reasonOf } from './report.ts'

/** The questions that a person can be asked; those of @clack/prompts outside of tests. */
export type Prompts = Pick<
  typeof clack,
  | 'autocompleteMultiselect'
  | 'cancel'
  | 'intro'
  | 'isCancel'
  | 'log'
  | 'multiselect'
  | 'select'
  | 'text'
>

/** Asks which paper is to be added; undefined when nobody wants one. */
export async function askForPaper(prompts: Prompts = clack): Promise<string | undefined> {
  prompts.intro('Add a paper to the list')
  const word = await prompts.text({
    message: 'Which paper? Its arXiv address, DOI or ACL Anthology address, or a file of BibTeX.',
    placeholder: 'https://arxiv.org/abs/2410.03227',
    validate: (value) => (value?.trim() ? undefined : 'Write an address, or press Ctrl-C.'),
  })
  return prompts.isCancel(word) ? undefined : word.trim()
}

/** Thrown when the person ends the questions. */
class Ended extends Error {
  override name = 'Ended'
}

/** Asks a person for everything that a service cannot say of a paper, with suggestions and the same rules as the check. */
export function chooseByAsking(prompts: Prompts = clack) {
  return async (draft: SuggestedDraft, list: OpenList): Promise<Choices | undefined> => {
    try {
      return await ask(draft, list, prompts)
    } catch (error) {
      if (!(error instanceof Ended)) throw error
      prompts.cancel('Nothing was written.')
      return undefined
    }
  }
}

async function ask(draft: SuggestedDraft, list: OpenList, prompts: Prompts): Promise<Choices> {
  const { facts, abstract } = draft.content
  const answer = async <T>(value: Promise<T>): Promise<Exclude<T, symbol>> => {
    const given = await value
    if (prompts.isCancel(given)) throw new Ended()
    return given as Exclude<T, symbol>
  }
  prompts.log.info(
    [facts.title, facts.authors?.join(', '), facts.published, ...draft.paper.notes]
      .filter(Boolean)
      .join('\n'),
  )
  const choices: Choices = {}
  const faultOf = (more: Choices) => {
    const place = {
      folder: draft.path.replace(/\/[^/]*$/, ''),
      taken: new Set<string>(),
      today: facts.added ?? '',
    }
    const tried = draftOf(draft.paper, more, place)
    return faultsOfChoices(tried, list.around)[0]?.message
  }
  /** Asks again, saying why, until the rules have nothing against the choice. */
  const sound = async <K extends 'topics' | 'kind' | 'tags'>(
    name: K,
    question: () => Promise<Choices[K] | symbol>,
  ): Promise<Choices[K]> => {
    for (;;) {
      const choice = await answer(question())
      const fault = choice?.length ? faultOf({ [name]: choice }) : undefined
      if (fault === undefined) return choice as Choices[K]
      prompts.log.warn(fault)
    }
  }
  choices.topics = await sound('topics', () =>
    prompts.multiselect({
      message: 'Which shelves does it belong on? One to three.',
      options: inOrder(
        draft.topics,
        list.topics.map(({ id, name }) => [id, name]),
      ),
      initialValues: draft.topics.filter(({ likely }) => likely).map(({ id }) => id),
      required: true,
    }),
  )
  choices.kind = await sound('kind', () =>
    prompts.multiselect<Kind>({
      message: 'What does it contribute? The most important first.',
      options: kind.options.map((value) => ({ value, label: value })),
      required: true,
    }),
  )
  const tags = await sound('tags', () =>
    prompts.autocompleteMultiselect({
      message: 'Which tags? Type to find others.',
      options: inOrder(
        draft.tags,
        Object.entries(list.vocabulary.tags).map(([id, { name }]) => [id, name]),
      ),
      initialValues: draft.tags.filter(({ likely }) => likely).map(({ id }) => id),
    }),
  )
  if (tags?.length) choices.tags = tags
  choices.claim = await answer(
    prompts.text({
      message: 'What does the paper show? One sentence of yours, at most 160 characters.',
      validate: (claim) => (claim?.trim() ? faultOf({ claim: claim.trim() }) : 'Write a sentence.'),
    }),
  )
  const text = plainText(abstract)
  if (text) {
    const sentence = await answer(
      prompts.select({
        message: 'Which sentence of the abstract supports it?',
        options: sentencesOf(text).map((value) => ({ value, label: value })),
      }),
    )
    choices.evidence = await answer(
      prompts.text({
        message: 'Keep the words that matter.',
        initialValue: sentence,
        validate: (evidence) =>
          evidence?.trim()
            ? faultOf({ evidence: evidence.trim() })
            : 'Write words of the abstract.',
      }),
    )
  }
  return choices
}

/** Suggested ones first, each with its reason. */
function inOrder(
  suggestions: readonly Suggestion[],
  all: readonly (readonly [id: string, name: string])[],
) {
  const names = new Map(all)
  const ids = new Set(suggestions.map(({ id }) => id))
  return [
    ...suggestions.map((one) => ({
      value: one.id,
      label: names.get(one.id) ?? one.id,
      hint: reasonOf(one),
    })),
    ...all.filter(([id]) => !ids.has(id)).map(([value, label]) => ({ value, label })),
  ]
}

/** The sentences of a text. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?]["”’)]?)\s+(?=[\p{Uppercase}\d"“(])/u)
}
