/** Does work at a host when it is its turn. */
export type HostTurns = <T>(host: string, work: () => Promise<T>) => Promise<T>

/** Lets one piece of work at a time go to each host, with a pause between two; different hosts do not wait for each other. */
export function hostTurns(
  pauseOf: (host: string) => number,
  wait: (milliseconds: number) => Promise<unknown>,
): HostTurns {
  const last = new Map<string, Promise<unknown>>()
  return (host, work) => {
    const before = last.get(host)
    const turn = before ? before.then(() => wait(pauseOf(host))).then(work) : work()
    last.set(
      host,
      turn.catch(() => undefined),
    )
    return turn
  }
}
