import type { Selectable } from '../../exports/select.ts'

/** The ids of the papers that the page shows: what a filter takes away has left the document. */
function shownIds(): Set<string> {
  const items = document.querySelectorAll<HTMLElement>('main li[data-entry]')
  const results = document.querySelectorAll<HTMLAnchorElement>(
    'main [data-results]:not([hidden]) a[data-link]',
  )
  return new Set([
    ...[...items].map(({ dataset }) => dataset['entry'] ?? ''),
    ...[...results].map(({ pathname }) => pathname.split('/').at(-2) ?? ''),
  ])
}

async function fetchText(address: string): Promise<string> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`Unexpected status ${response.status}, expected a file.`)
  return response.text()
}

/** The citation keys of papers: the list as a table begins each line with a paper's id and its key. */
function keysOf(table: string, ids: ReadonlySet<string>): Set<string> {
  const pairs = table.split('\r\n').map((line) => line.split(',', 2))
  return new Set(pairs.flatMap(([id = '', key = '']) => (ids.has(id) ? [key] : [])))
}

function save(text: string, name: string, type: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  link.download = name
  link.click()
  // A browser may still be reading when the click returns.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

const papers = (count: number) => (count === 1 ? '1 paper' : `${count} papers`)

/** Saves the shown papers in a format, cut out of the list's own files. Gives how many they are and the file's name. */
async function exportShown(format: Selectable, list: string): Promise<[number, string]> {
  const ids = shownIds()
  const { selectable, selectRecords } = await import('../../exports/select.ts')
  const { file, type } = selectable[format]
  const table = await fetchText(`${list}.csv`)
  const keys = keysOf(table, ids)
  const whole = file === 'csv' ? table : await fetchText(`${list}.${file}`)
  const name = `papers.${format === 'table.md' ? 'md' : format}`
  if (keys.size > 0) save(selectRecords(format, whole, keys), name, type)
  return [keys.size, name]
}

/** Brings an export's form to life. */
function enhance(form: HTMLFormElement): void {
  const status = form.querySelector('[role=status]')
  const tell = (text: string) => {
    if (status) status.textContent = text
  }
  form.hidden = false
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const format = (event.submitter as HTMLButtonElement).value as Selectable
    try {
      const [saved, name] = await exportShown(format, form.dataset['export'] ?? '')
      tell(saved > 0 ? `${papers(saved)} saved as ${name}.` : 'This page shows no paper to export.')
    } catch {
      tell('The list could not be fetched. Check the connection, then try again.')
    }
  })
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-export]')) enhance(form)
