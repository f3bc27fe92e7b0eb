declare module 'citeproc' {
  import type { CslItem } from './csl.ts'

  /** What the processor asks of its host. */
  interface System {
    retrieveLocale(language: string): string
    retrieveItem(id: string): CslItem
  }

  /** One style, ready to format. @see https://citeproc-js.readthedocs.io/en/latest/running.html */
  class Engine {
    constructor(system: System, style: string, language?: string, force?: boolean)
    setOutputFormat(format: 'html' | 'text'): void
    updateItems(ids: string[]): void
    /** Parameters, and the entries in their order; false when the style has no bibliography. */
    makeBibliography(): [parameters: object, entries: string[]] | false
  }

  const CSL: { Engine: typeof Engine }
  export = CSL
}
