declare module 'citeproc' {
  import type { CslItem } from './csl.ts'

  /** The callbacks that the processor needs. */
  interface System {
    retrieveLocale(language: string): string
    retrieveItem(id: string): CslItem
  }

  /** Decides in which form to print a given name: 0 for none, 1 for initials, 2 for the full name. */
  interface NameRegistry {
    addname(): void
    delitems(): void
    evalname(
      item: string,
      name: object,
      index: number,
      least: number,
      form: string,
      initials?: string | false,
    ): 0 | 1 | 2
  }

  /** A processor for one style. @see https://citeproc-js.readthedocs.io/en/latest/running.html */
  class Engine {
    constructor(system: System, style: string, language?: string, force?: boolean)
    registry: { namereg: NameRegistry }
    fun: { flipflopper: { processTags(blob: { blobs: string }): void } }
    setOutputFormat(format: 'html' | 'text'): void
    updateItems(ids: string[]): void
    /** Parameters and the formatted entries, in order; false if the style has no bibliography. */
    makeBibliography(): [parameters: object, entries: string[]] | false
  }

  const CSL: {
    Engine: typeof Engine
  }
  export = CSL
}
