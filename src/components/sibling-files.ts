/** The files that stand beside the page of a paper, a topic or a tag, and beside that of the whole list. */
export const siblingFiles = [
  { ending: 'bib', name: 'BibTeX', type: 'application/x-bibtex' },
  { ending: 'ris', name: 'RIS', type: 'application/x-research-info-systems' },
  { ending: 'csl.json', name: 'CSL-JSON', type: 'application/vnd.citationstyles.csl+json' },
  { ending: 'json', name: 'JSON', type: 'application/json' },
  { ending: 'md', name: 'Markdown', type: 'text/markdown' },
] as const

/** The path of a file beside a page: `/papers/x/` and `bib` give `/papers/x.bib`. */
export function siblingPath(page: `/${string}/`, ending: string): `/${string}` {
  return `/${page.slice(1, -1)}.${ending}`
}
