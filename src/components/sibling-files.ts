/** The export files of a page of a paper, topic or tag, and those of the whole list. */
export const siblingFiles = [
  { ending: 'bib', name: 'BibTeX', type: 'application/x-bibtex' },
  { ending: 'ris', name: 'RIS', type: 'application/x-research-info-systems' },
  { ending: 'csl.json', name: 'CSL-JSON', type: 'application/vnd.citationstyles.csl+json' },
  { ending: 'json', name: 'JSON', type: 'application/json' },
  { ending: 'md', name: 'Markdown', type: 'text/markdown' },
] as const

/** The path of a page's export file: `/papers/x/` and `bib` give `/papers/x.bib`. */
export function siblingPath(page: `/${string}`, ending: string): `/${string}` {
  return `/${page.slice(1, -1)}.${ending}`
}
