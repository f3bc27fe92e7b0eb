import type { KnownList } from '../known.ts'
import type { Suggestions } from '../suggestions.ts'
import { sayWhy } from './offers.ts'

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
  const ids = chosen.split(/[,\s]+/)
  const items = tags.map((offer) => {
    const item = document.createElement('li')
    const button = document.createElement('button')
    button.type = 'button'
    button.dataset['do'] = 'tag'
    button.dataset['tag'] = offer.id
    button.textContent = vocabulary.tags[offer.id]?.name ?? offer.id
    button.setAttribute('aria-pressed', String(ids.includes(offer.id)))
    const why = document.createElement('span')
    why.className = 'soft'
    why.textContent = sayWhy(offer)
    item.append(button, why)
    return item
  })
  const place = form.querySelector('[data-offers]')
  const focused =
    document.activeElement instanceof HTMLElement
      ? document.activeElement.dataset['tag']
      : undefined
  place?.replaceChildren(...items)
  if (focused) place?.querySelector<HTMLElement>(`[data-tag="${CSS.escape(focused)}"]`)?.focus()
}
