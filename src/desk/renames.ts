import { renamed } from './merge.ts'
import { ownDesk } from './own.ts'

/** Moves marks and notes from former ids to present ones. */
export function followRenames(root: ParentNode): void {
  for (const item of root.querySelectorAll<HTMLElement>('[data-former]'))
    for (const former of item.dataset['former']?.split(' ') ?? [])
      if (ownDesk.desk.marks.has(former) || ownDesk.desk.notes.has(former))
        ownDesk.change((desk) => renamed(desk, former, item.dataset['entry'] ?? ''))
}

followRenames(document)
