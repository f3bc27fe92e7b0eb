declare module '@citation-js/core' {
  import type { CslItem } from '../csl.ts'

  /** A list of items, parsed from any format for which a plug-in is loaded. */
  export class Cite {
    constructor(data: string | unknown[], options?: { forceType?: string; generateGraph?: boolean })
    data: CslItem[]
  }
  export const plugins: {
    input: {
      chain(data: string, options: { forceType?: string; target: string }): unknown
    }
  }
}
declare module '@citation-js/plugin-bibtex'
declare module '@citation-js/plugin-ris'
