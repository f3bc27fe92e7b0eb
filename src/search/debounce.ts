/** How long typing must pause, in milliseconds: before results change, the address follows, and a listener is told. */
export const pauses = { results: 40, address: 300, voice: 900 }

/** Lets a function be called after a pause of so many milliseconds. */
export function debounce(milliseconds: number, call: () => void) {
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
    /** Calls once nobody has asked for it for a while. */
    soon() {
      cancel()
      timer = setTimeout(now, milliseconds)
    },
    /** Calls at once if the call is still to come. */
    flush: () => timer !== undefined && now(),
    /** Takes back what was asked. */
    cancel,
  }
}
