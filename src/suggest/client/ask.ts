import type { Questions } from '../worker.ts'

/** Asks the worker a question by its name. Rejects when the worker cannot be loaded, or cannot answer. */
export type Ask = <Name extends keyof Questions>(
  name: Name,
  ...given: Parameters<Questions[Name]>
) => Promise<Awaited<ReturnType<Questions[Name]>>>

/** Starts the worker. */
export function startWorker(): Ask {
  const worker = new Worker(new URL('../worker.ts', import.meta.url), { type: 'module' })
  // It may fail to load before it is asked for anything.
  let failure: Event | undefined
  worker.addEventListener('error', (event) => {
    failure = event
  })
  return (name, ...given) =>
    new Promise((resolve, reject) => {
      if (failure) return reject(failure)
      const { port1, port2 } = new MessageChannel()
      worker.addEventListener('error', reject)
      port1.onmessage = ({ data }) => {
        worker.removeEventListener('error', reject)
        port1.close()
        if ('fault' in data) reject(new Error(data.fault))
        else resolve(data.answer)
      }
      worker.postMessage([name, ...given], [port2])
    })
}
