import type { ExportFile } from './files.ts'

// A build's pages and its integrations are two copies of every module in one process: only the global object is common.
const place = Symbol.for('reading-list.export-files')
const common = globalThis as { [place]?: readonly ExportFile[] }

/** Leaves the files of a build for the integration that writes them. */
export function handOver(files: readonly ExportFile[]): void {
  common[place] = files
}

/** Takes the files that the pages of this build have left. Throws when there are none. */
export function takeOver(): readonly ExportFile[] {
  const files = common[place]
  delete common[place]
  if (!files) {
    throw new Error(
      'Unexpected end of the build, expected the files beside the pages. Let the routes src/pages/[...file].*.ts hand them over.',
    )
  }
  return files
}
