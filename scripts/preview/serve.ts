import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CommandFailed } from '../terminal/command.ts'
import { siteListener } from './static-server.ts'

/** The option `--port`, the same in every command that serves. */
export const portOption = {
  option: { type: 'string', default: '4321' },
  /** The port that was asked for. Throws when it is none. */
  read(text: string): number {
    const port = Number(text)
    if (/^\d+$/.test(text) && port < 65_536) return port
    throw new CommandFailed(`Unexpected port \`${text}\`, expected a number from 0 to 65535.`)
  },
} as const

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
    const [first] = servers
    if (!first) continue
    const taken = portOf(first)
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

/**
 * `localhost` is 127.0.0.1 to some programs and ::1 to others: a port counts as free only when both are. Gives no server
 * when the port is busy, and one where a machine has no second address.
 */
async function listenOnBoth(listener: RequestListener, port: number): Promise<Server[]> {
  const servers: Server[] = []
  for (const host of ['127.0.0.1', '::1']) {
    const [first] = servers
    const server = createServer(listener).listen(first ? portOf(first) : port, host)
    try {
      await once(server, 'listening')
      servers.push(server)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      if (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT') continue
      if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error
      await Promise.all(servers.map(close))
      return []
    }
  }
  return servers
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
