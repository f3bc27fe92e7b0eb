import { titleKey } from '../model/identifier.ts'
import { type FieldTexts, listSeparator } from './field.ts'

/** Whether a text is one of an entry's titles; case, accents, spaces and punctuation don't count. */
export function isTitleOf(text: string, { title = '', also }: FieldTexts): boolean {
  const key = titleKey(text)
  const titles = [title, ...(also?.split(listSeparator) ?? [])]
  return key !== '' && titles.some((one) => titleKey(one) === key)
}
