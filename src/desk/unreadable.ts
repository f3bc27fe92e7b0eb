import { parseDesk } from './desk.ts'
import { asideKeyOf } from './store.ts'

/** The texts of a storage that could not be read as the desk of a key, by their own keys: those set aside, and one that could not be moved. */
export function unreadableTexts(
  storage: () => Storage,
  key: string,
): [key: string, text: string][] {
  try {
    return Object.entries<string>(storage()).filter(
      ([name, text]) => name.startsWith(asideKeyOf(key)) || (name === key && !parseDesk(text)),
    )
  } catch {
    return []
  }
}
