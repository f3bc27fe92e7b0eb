import { type Draft, draftFields, emptyDraft } from '../draft.ts'

/** A draft that stays on the device. */
export interface KeptDraft {
  load(): Draft
  /** Says whether the device could keep it. */
  keep(draft: Draft): boolean
  clear(): void
}

/** The draft that this browser keeps for the site at a base path. */
export function keptDraft(base: string, storage: Storage | undefined = storageOf()): KeptDraft {
  const key = `suggested paper ${base}`
  return {
    load() {
      try {
        const { data } = draftFields.safeParse(JSON.parse(storage?.getItem(key) ?? '{}'))
        return data ?? { ...emptyDraft }
      } catch {
        return { ...emptyDraft }
      }
    },
    keep(draft) {
      try {
        storage?.setItem(key, JSON.stringify(draft))
        return storage !== undefined
      } catch {
        return false
      }
    },
    clear() {
      storage?.removeItem(key)
    },
  }
}

function storageOf(): Storage | undefined {
  try {
    return localStorage
  } catch {
    // A browser may forbid it.
    return undefined
  }
}
