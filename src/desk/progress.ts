import { ownDesk } from './own.ts'
import { shortId, shortIdLength } from './short-id.ts'

/** Shows for each path on a page how many of its papers are read. */
function show(): void {
  const paths = [...document.querySelectorAll<HTMLElement>('[data-steps]')]
  if (paths.length === 0) return
  const { marks } = ownDesk.desk
  const read = new Set([...marks].flatMap(([id, mark]) => (mark === 'read' ? [shortId(id)] : [])))
  for (const path of paths) {
    const steps = path.dataset['steps']?.match(new RegExp(`.{${shortIdLength}}`, 'g')) ?? []
    const done = steps.filter((step) => read.has(step)).length
    path.classList.toggle('under-way', done > 0 && done < steps.length)
    const count = path.querySelector('.count')
    if (count)
      count.textContent = done > 0 ? `${done} of ${steps.length} read` : `${steps.length} steps`
  }
}

ownDesk.watch(show)
show()
