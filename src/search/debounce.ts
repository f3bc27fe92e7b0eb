/** How long typing must pause, in milliseconds: before results change, the address follows, and a listener is told. */
export const pauses = { results: 40, address: 300, voice: 900 }

/** A call that waits for a pause of whoever asks for it. */
export interface Debounced {
  /** Calls once nobody has asked for it for a while. */
  soon(): void
  /** Calls at once, and not again for what was asked before. */
  now(): void
  /** Calls at once if the call is still to come. */
  flush(): void
  /** Takes back what was asked. */
  cancel(): void
}

/** Lets a function be called after a pause of so many milliseconds. */
export function debounce(milliseconds: number, call: () => void): Debounced {
  let timer: ReturnType<typeof setTimeout> | undefined
  const cancel = () => {
    clearTimeout(timer)
    timer = undefined
  }
  const now = () => {
    cancel()
    call()
  }
  return {
    soon: () => {
      cancel()
      timer = setTimeout(now, milliseconds)
    },
    now,
    flush: () => timer !== undefined && now(),
    cancel,
  }
}
