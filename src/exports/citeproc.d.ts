declare module 'citeproc' {
  import type { CslItem } from './csl.ts'

  /** What the processor asks of its host. */
  interface System {
    retrieveLocale(language: string): string
    retrieveItem(id: string): CslItem
  }

  /** Which form of its given name a person needs: 0 for none, 1 for initials, 2 for the whole. */
  interface NameRegistry {
    addname(): void
    delitems(): void
    evalname(
      item: string,
      name: object,
      place: number,
      least: number,
      form: string,
      initials?: string | false,
    ): 0 | 1 | 2
  }

  /** One style, ready to format. @see https://citeproc-js.readthedocs.io/en/latest/running.html */
  class Engine {
    constructor(system: System, style: string, language?: string, force?: boolean)
    registry: { namereg: NameRegistry }
    fun: { flipflopper: { processTags(blob: { blobs: string }): void } }
    setOutputFormat(format: 'html' | 'text'): void
    updateItems(ids: string[]): void
    /** Parameters, and the entries in their order; false when the style has no bibliography. */
    makeBibliography(): [parameters: object, entries: string[]] | false
  }

  const CSL: {
    Engine: typeof Engine
    toLocaleLowerCase(text: string): string
    toLocaleUpperCase(text: string): string
  }
  export = CSL
}
