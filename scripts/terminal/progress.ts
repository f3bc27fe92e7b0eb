/** Reports progress within a step: a short phrase, replaced by the next one. */
export type ReportProgress = (detail: string) => void

/**
 * Runs one step of a command. On a terminal its progress is shown in one line; the last line has the time and the result.
 * Throws what the step throws.
 */
export async function step<T>(
  title: string,
  work: (tell: ReportProgress) => Promise<T> | T,
  words: (result: T) => string = () => '',
): Promise<T> {
  const { stdout } = process
  const started = performance.now()
  const over = stdout.isTTY ? '\r\u001b[K' : ''
  const end = (mark: string, rest = '') => {
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    stdout.write(`${over}${mark} ${title}  ${seconds} s${rest && `  ${rest}`}\n`)
  }
  const tell = (detail: string) => {
    if (over) stdout.write(over + `… ${title}  ${detail}`.slice(0, stdout.columns - 1))
  }
  tell('')
  try {
    const result = await work(tell)
    end('✓', words(result))
    return result
  } catch (error) {
    end('✗')
    throw error
  }
}
