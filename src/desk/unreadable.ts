import { parseDesk } from './desk.ts'
import { asideKeyOf } from './store.ts'

/** The stored texts that could not be read as a desk, by storage key: those set aside, and one that could not be moved. */
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
