import { indexTag } from './tag.ts'

let tag: string | undefined

/** The tag of the index that belongs to the pages being built; in development the content may have changed since. */
export function currentTag(): string {
  tag = (import.meta.env.DEV ? undefined : tag) ?? indexTag()
  return tag
}
