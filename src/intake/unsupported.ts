const zotero = 'open it in Zotero, and export it as BibTeX'

/** Forms of file that hold papers and are not read: how each is known, what it is called, and how it is made into one that is. */
const forms: readonly (readonly [sign: RegExp, name: string, cure: string])[] = [
  [
    /^\s*\{(?:\s*"(?:status|message-type|message-version)"\s*:\s*"[^"]*"\s*,)*\s*"message"\s*:/,
    'an answer of Crossref',
    'take the list in it by `jq .message.items FILE > papers.json`, or run `npm run add -- DOI` for each paper',
  ],
  [
    /"(?:title|abstract|authors)"\s*:\s*\{\s*"value"\s*:/,
    'an answer of OpenReview',
    'save the BibTeX of each paper from its page into one .bib file',
  ],
  [/^[\s\uFEFF]*PMID\s*- /, 'PubMed’s nbib', zotero],
  [/^\s*%0 \S|<(?:ref-type|rec-number|source-app)\b/, 'EndNote’s file', zotero],
  [/<(?:PubmedArticleSet|modsCollection|mods)\b/, 'XML of a library', zotero],
  [/^(?:FN |PT J\n)/, 'Web of Science’s plain text', zotero],
  [
    /^(?:\s*#.*\n)*\s*cff-version\s*:/,
    'a CITATION.cff',
    'make BibTeX of it by `cffconvert -f bibtex`',
  ],
  [
    /^\s*<(?:!doctype|html|head|body)\b/i,
    'an HTML page',
    'save the BibTeX, RIS or CSV that the page offers',
  ],
  [/^%PDF-/, 'a PDF', 'run `npm run add -- ID` with the paper’s arXiv id or DOI'],
  [/^PK\p{Control}/u, 'a spreadsheet or document', 'save it as CSV'],
]

/** What a text is that this list does not read, and how to convert it, as a sentence; undefined for all other texts. */
export function unsupportedFormat(text: string): string | undefined {
  const start = text.slice(0, 20_000)
  const [, name, cure] = forms.find(([sign]) => sign.test(start)) ?? []
  return name && `it is ${name}, which is not read here: ${cure}`
}
