import { element } from '../../desk/element.ts'
import { soundFacts } from '../../rules/engine/rule.ts'
import type { EntryFile } from '../../text/entry-file.ts'
import { plainText } from '../../text/plain.ts'
import { shortTitle, titleText } from '../../text/title.ts'
import { tagsIn } from '../draft.ts'
import type { KnownList } from '../judge.ts'
import {
  type JudgedPaper,
  type Suggestion,
  type Suggestions,
  suggestionsFrom,
} from '../suggestions.ts'

const shortestAbstract = 100

/** A function that suggests for a file; the papers to compare with are fetched when they are first needed. */
export function offersFrom(
  address: string,
  { topics, vocabulary }: KnownList,
): (file: EntryFile) => Promise<Suggestions> {
  const load = async () => {
    const answer = await fetch(address)
    if (!answer.ok) throw new Error(`${answer.status} ${address}`)
    const entries = (await answer.json()) as JudgedPaper[]
    return suggestionsFrom({ entries, topics, tags: vocabulary.tags })
  }
  let suggest: ReturnType<typeof load> | undefined
  return async (file) => {
    const title = titleText(soundFacts(file).title ?? '')
    const abstract = plainText(file.abstract)
    if (file.excess || abstract.length < shortestAbstract) return { topics: [], tags: [] }
    suggest ??= load()
    try {
      const { topics, tags } = (await suggest)({ title, abstract })
      return { topics: topics.filter(({ likely }) => likely), tags: tags.slice(0, 6) }
    } catch {
      suggest = undefined
      return { topics: [], tags: [] }
    }
  }
}

/** Shows why a topic is likely beside it, and the likely tags as buttons that put them in or take them out. */
export function showOffers(
  form: HTMLFormElement,
  { topics, tags }: Suggestions,
  { vocabulary }: KnownList,
  chosen: string,
): void {
  for (const place of form.querySelectorAll<HTMLElement>('[data-reason]')) {
    const offer = topics.find(({ id }) => id === place.dataset['reason'])
    place.textContent = offer ? `Likely: ${sayWhy(offer)}` : ''
  }
  const ids = tagsIn(chosen, vocabulary.tags)
  const items = tags.map((offer) => {
    const button = element('button', {
      type: 'button',
      ariaPressed: String(ids.includes(offer.id)),
    })
    button.textContent = vocabulary.tags[offer.id]?.name ?? offer.id
    Object.assign(button.dataset, { do: 'tag', tag: offer.id })
    return element('li', {}, button, element('span', { className: 'soft' }, sayWhy(offer)))
  })
  const focused = document.activeElement?.getAttribute('data-tag')
  const place = form.querySelector('[data-offers]')
  place?.replaceChildren(...items)
  if (focused) place?.querySelector<HTMLElement>(`[data-tag="${CSS.escape(focused)}"]`)?.focus()
}

/** Why something is suggested, in one phrase: what the paper names, what it shares, and with which entries. */
function sayWhy({ named, terms, nearest }: Suggestion): string {
  const like = nearest.slice(0, 2).map(({ title }) => `“${shortOf(title)}”`)
  return [
    ...(named ? [`the paper says “${named}”`] : []),
    ...(terms.length > 0 ? [`shares ${terms.slice(0, 3).join(', ')}`] : []),
    ...(like.length > 0 ? [`near ${like.join(' and ')}`] : []),
  ].join('; ')
}

function shortOf(title: string): string {
  const head = shortTitle(title)
  return head.length > 50 ? `${head.slice(0, 50).replace(/\s+\S*$/, '')} …` : head
}
