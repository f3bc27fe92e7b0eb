/** Debounces a function by a number of milliseconds. */
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
    /** Calls after the delay, which every call of `soon` restarts. */
    soon() {
      cancel()
      timer = setTimeout(now, milliseconds)
    },
    /** Calls at once if a call is pending. */
    flush: () => timer !== undefined && now(),
    /** Whether a call is pending. */
    isDue: () => timer !== undefined,
    /** Cancels the pending call. */
    cancel,
  }
}
