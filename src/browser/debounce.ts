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
    /** Whether the call is still to come. */
    isDue: () => timer !== undefined,
    /** Takes back what was asked. */
    cancel,
  }
}
