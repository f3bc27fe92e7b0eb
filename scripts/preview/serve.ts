import { createServer, type RequestListener, type Server } from 'node:http'
import { CommandFailed } from '../terminal/command.ts'
import { siteListener } from './static-server.ts'

/** A site that is being served. */
export interface Served {
  /** Where its home page is: `http://localhost:4321/reading-list/`. */
  url: string
  port: number
  close(): Promise<void>
}

const triedPorts = 100

/**
 * Serves a built site on this machine only, at `port` or the next one that is free; port 0 takes any.
 * Throws when none of a hundred ports is free.
 */
export async function serveSite(folder: string, base: string, port: number): Promise<Served> {
  const listener = siteListener(folder, base)
  for (let tried = port; tried < Math.min(port + triedPorts, 65_536); tried++) {
    const servers = await listenOnBoth(listener, tried)
    if (!servers) continue
    const address = servers[0]?.address()
    const taken = typeof address === 'object' && address ? address.port : tried
    return {
      url: `http://localhost:${taken}${base}`,
      port: taken,
      close: async () => {
        await Promise.all(servers.map(close))
      },
    }
  }
  throw new CommandFailed(
    `Unexpected busy ports ${port} to ${port + triedPorts - 1}, expected a free one. Name another with --port.`,
  )
}

/** `localhost` is 127.0.0.1 to some programs and ::1 to others: a port counts as free only when both are. */
async function listenOnBoth(
  listener: RequestListener,
  port: number,
): Promise<Server[] | undefined> {
  const first = await listen(listener, port, '127.0.0.1')
  if (first === 'busy' || first === 'absent') return undefined
  const address = first.address()
  const taken = typeof address === 'object' && address ? address.port : port
  const second = await listen(listener, taken, '::1')
  if (second === 'absent') return [first]
  if (second !== 'busy') return [first, second]
  await close(first)
  return undefined
}

function listen(
  listener: RequestListener,
  port: number,
  host: string,
): Promise<Server | 'busy' | 'absent'> {
  return new Promise((resolve, reject) => {
    const server = createServer(listener)
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve('busy')
      else if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') resolve('absent')
      else reject(error)
    })
    server.listen(port, host, () => resolve(server))
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
