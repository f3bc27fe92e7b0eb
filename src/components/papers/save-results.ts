import { listedItems, paperOf, whenListed } from './listed-papers.ts'

const address = document.querySelector<HTMLElement>('details.export')?.dataset['records']
let records: Promise<Record<string, string>> | undefined

async function fetched(file: string): Promise<Record<string, string>> {
  try {
    const response = await fetch(file)
    return response.ok ? await response.json() : {}
  } catch {
    return {}
  }
}

/**
 * Gives each paper that the page lists the record by which reference managers save it. What is rendered in a list that is not
 * long has one; the others get it from a file.
 */
async function addRecords(): Promise<void> {
  if (!address || listedItems().every((item) => item.querySelector('.Z3988'))) return
  records ??= fetched(address)
  const known = await records
  let added = false
  for (const item of listedItems()) {
    const title = known[paperOf(item)]
    if (!title || item.querySelector('.Z3988')) continue
    const record = document.createElement('span')
    record.className = 'Z3988'
    record.title = title
    record.ariaHidden = 'true'
    item.append(record)
    added = true
  }
  // Zotero looks at a page when it has loaded, and again when it is told so.
  if (added) document.dispatchEvent(new Event('ZoteroItemUpdated', { bubbles: true }))
}

whenListed(() => void addRecords())
void addRecords()
