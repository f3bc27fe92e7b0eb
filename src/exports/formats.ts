/** The formats of the files beside a page, by the endings of the files. */
export const formats = {
  bib: { name: 'BibTeX', type: 'application/x-bibtex' },
  ris: { name: 'RIS', type: 'application/x-research-info-systems' },
  'csl.json': { name: 'CSL-JSON', type: 'application/vnd.citationstyles.csl+json' },
  json: { name: 'JSON', type: 'application/json' },
  md: { name: 'Markdown', type: 'text/markdown' },
  csv: { name: 'CSV', type: 'text/csv' },
} as const
export type Format = keyof typeof formats

/** The formats that a page of a paper, topic, path or large tag has. Only the whole list is a table, too. */
export const besidePages = ['bib', 'ris', 'csl.json', 'json', 'md'] as const satisfies Format[]

/** The path of a page's file: `/papers/x/` and `bib` give `/papers/x.bib`. */
export function filePath(page: `/${string}`, ending: Format): `/${string}` {
  return `/${page.slice(1, -1)}.${ending}`
}
