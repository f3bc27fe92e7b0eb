import type { APIRoute } from 'astro'
import type { ExportFile } from './files.ts'
import { handOver } from './handover.ts'
import { textOf } from './pieces.ts'

/** The endings of the files beside the pages, and the media types under which a development server gives them. */
const types = {
  bib: 'application/x-bibtex',
  csv: 'text/csv',
  json: 'application/json',
  md: 'text/markdown',
  ris: 'application/x-research-info-systems',
  txt: 'text/plain',
  xml: 'application/xml',
} as const

/**
 * The routes of all files with one ending, for `src/pages/[...file].<ending>.ts`: Astro needs an ending in the name of a
 * route to serve files. A build has none, and hands its files to the integration that writes them.
 */
export function fileRoutes(files: readonly ExportFile[], ending: keyof typeof types) {
  if (import.meta.env.PROD) handOver(files)
  const routes = import.meta.env.PROD ? [] : files.filter(({ path }) => path.endsWith(`.${ending}`))
  return routes.map((file) => ({
    params: { file: file.path.slice(0, -ending.length - 1) },
    props: { file, type: types[ending] },
  }))
}

/** Gives the file of such a route. */
export const fileResponse: APIRoute<{ file: ExportFile; type: string }> = ({ props }) =>
  new Response(textOf(props.file.write()), {
    headers: { 'Content-Type': `${props.type}; charset=utf-8` },
  })
