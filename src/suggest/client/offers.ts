import { element } from '../../browser/element.ts'
import { validFacts } from '../../rules/engine/rule.ts'
import type { EntryFile } from '../../text/entry-file.ts'
import { plainText } from '../../text/plain.ts'
import { titleText } from '../../text/title.ts'
import { tagsIn } from '../draft.ts'
import type { KnownList } from '../judge.ts'
import { type JudgedPaper, type Suggestions, sayWhy, suggestionsFrom } from '../suggestions.ts'

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
    const title = titleText(validFacts(file).title ?? '')
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
    const ariaPressed = String(ids.includes(offer.id))
    const name = vocabulary.tags[offer.id]?.name ?? offer.id
    const button = element('button', { type: 'button', ariaPressed }, name)
    Object.assign(button.dataset, { do: 'tag', tag: offer.id })
    return element('li', {}, button, element('span', { className: 'soft' }, sayWhy(offer)))
  })
  const focused = document.activeElement?.getAttribute('data-tag')
  const place = form.querySelector('[data-offers]')
  place?.replaceChildren(...items)
  if (focused) place?.querySelector<HTMLElement>(`[data-tag="${CSS.escape(focused)}"]`)?.focus()
}
