/** The file formats, by file extension. */
export const formats = {
  bib: { name: 'BibTeX', type: 'application/x-bibtex' },
  ris: { name: 'RIS', type: 'application/x-research-info-systems' },
  'csl.json': { name: 'CSL-JSON', type: 'application/vnd.citationstyles.csl+json' },
  json: { name: 'JSON', type: 'application/json' },
  md: { name: 'Markdown', type: 'text/markdown' },
  csv: { name: 'CSV', type: 'text/csv' },
} as const
export type Format = keyof typeof formats

/** The formats of the files of a paper, a topic, a path or a large tag. The whole list also has CSV. */
export const pageFormats = ['bib', 'ris', 'csl.json', 'json', 'md'] as const satisfies Format[]

/** Returns the path of a page's file in a format: `/papers/x.bib` for `/papers/x/` and `bib`. */
export function filePath(page: `/${string}`, format: Format): `/${string}` {
  return `/${page.slice(1, -1)}.${format}`
}
