import { readFileSync } from 'node:fs'
import { memoryPages, validateXML } from 'xmllint-wasm'

/** Returns the errors of an Atom feed by the schema of RFC 4287; empty if it is valid. */
export async function atomFaults(feed: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: { fileName: 'feed.xml', contents: feed },
    schema: {
      fileName: 'atom.rng',
      contents: readFileSync('src/exports/test-data/atom.rng', 'utf8'),
    },
    extension: 'relaxng',
    maxMemoryPages: memoryPages.GiB,
  })
  return errors.map(({ rawMessage }) => rawMessage)
}
