import { paperPath } from '../../model/page-path.ts'
import { titleText } from '../../text/title.ts'
import type { KnownList } from '../known.ts'

/** Shows which entries of the list are, or may be, the paper that is suggested. */
export function showTwins(
  form: HTMLFormElement,
  ids: readonly string[],
  { papers }: KnownList,
  site: string,
): void {
  const links = ids.flatMap((id, at) => {
    const title = papers.find((paper) => paper.id === id)?.title ?? id
    const link = document.createElement('a')
    link.href = `${site}${paperPath(id).slice(1)}`
    link.textContent = titleText(title)
    return at > 0 ? ['; ', link] : [link]
  })
  const words = links.length > 0 ? ['The list seems to have it already: ', ...links, '.'] : []
  const place = form.querySelector('[data-twins]')
  // Said again with every key, it would be a nuisance to whoever listens.
  const shown = words.map((word) => (typeof word === 'string' ? word : word.textContent)).join('')
  if (place && place.textContent !== shown) place.replaceChildren(...words)
}
