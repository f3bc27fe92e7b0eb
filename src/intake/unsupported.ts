const zotero = 'open it in Zotero, and export it as BibTeX'

/** Formats that are not supported: how to recognise each, its name, and how to convert it. */
const formats: readonly (readonly [pattern: RegExp, name: string, fix: string])[] = [
  [
    /^\s*\{(?:\s*"(?:status|message-type|message-version)"\s*:\s*"[^"]*"\s*,)*\s*"message"\s*:/,
    'a response of Crossref’s API',
    'extract its list with `jq .message.items FILE > papers.json`, or run `npm run add -- DOI` for each paper',
  ],
  [
    /"(?:title|abstract|authors)"\s*:\s*\{\s*"value"\s*:/,
    'a response of OpenReview’s API',
    'save the BibTeX of each paper from its page into one .bib file',
  ],
  [/^[\s\uFEFF]*PMID\s*- /, 'a PubMed file (nbib)', zotero],
  [/^\s*%0 \S|<(?:ref-type|rec-number|source-app)\b/, 'an EndNote file', zotero],
  [/<(?:PubmedArticleSet|modsCollection|mods)\b/, 'PubMed or MODS XML', zotero],
  [/^(?:FN |PT J\n)/, 'a Web of Science text file', zotero],
  [
    /^(?:\s*#.*\n)*\s*cff-version\s*:/,
    'a CITATION.cff file',
    'convert it with `cffconvert -f bibtex`',
  ],
  [
    /^\s*<(?:!doctype|html|head|body)\b/i,
    'an HTML page',
    'save the BibTeX, RIS or CSV that the page offers',
  ],
  [/^%PDF-/, 'a PDF', 'run `npm run add -- ID` with the paper’s arXiv id or DOI'],
  [/^PK\p{Control}/u, 'a spreadsheet or document', 'save it as CSV'],
]

/** The name of a text's format if it is not supported, and how to convert it, as a clause; undefined for other texts. */
export function unsupportedFormat(text: string): string | undefined {
  const start = text.slice(0, 20_000)
  const [, name, fix] = formats.find(([pattern]) => pattern.test(start)) ?? []
  return name && `it is ${name}, which is not supported: ${fix}`
}
