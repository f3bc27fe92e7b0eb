/** Delays the calls of a function until a number of milliseconds has passed without a new one. */
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
    /** Schedules a call after the delay, in place of a pending one. */
    schedule() {
      cancel()
      timer = setTimeout(now, milliseconds)
    },
    /** Makes a pending call at once. */
    flush: () => timer !== undefined && now(),
    /** Whether a call is pending. */
    isPending: () => timer !== undefined,
    /** Cancels the pending call. */
    cancel,
  }
}
