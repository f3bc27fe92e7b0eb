import type { WorkerMethods } from '../worker.ts'

/** Calls a method of the worker by its name. Rejects when the worker cannot be loaded, or when the method throws. */
export type CallWorker = <Name extends keyof WorkerMethods>(
  name: Name,
  ...given: Parameters<WorkerMethods[Name]>
) => Promise<Awaited<ReturnType<WorkerMethods[Name]>>>

/** Starts the worker. Gives a function that calls its methods. */
export function startWorker(): CallWorker {
  const worker = new Worker(new URL('../worker.ts', import.meta.url), { type: 'module' })
  // It may fail to load before its first call.
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
        if ('error' in data) reject(new Error(data.error))
        else resolve(data.result)
      }
      worker.postMessage([name, ...given], [port2])
    })
}
