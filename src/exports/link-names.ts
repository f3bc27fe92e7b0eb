import type { LinkKind } from '../model/entry.ts'

/** What the links of an entry are called, in the order in which readers want them. */
export const linkNames: Readonly<Record<LinkKind, string>> = {
  code: 'Code',
  data: 'Data',
  model: 'Model',
  project: 'Project',
}
