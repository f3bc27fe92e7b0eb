import type { FrontMatter } from '../../text/front-matter.ts'
import type { Remark } from './rule.ts'
import { shown } from './words.ts'

/** The items of a list that stand in it already. */
export function* repeated(
  name: string,
  items: readonly string[],
  placeOf: FrontMatter['placeOf'],
): Iterable<Remark> {
  for (const [index, item] of items.entries()) {
    if (items.indexOf(item) === index) continue
    yield {
      ...placeOf([name, index]),
      message: `Unexpected second ${shown(item)} in \`${name}\`, expected each once. Take it out.`,
    }
  }
}
