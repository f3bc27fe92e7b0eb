/** Reports the progress of a step by a short phrase, which replaces the last one. */
export type ReportProgress = (detail: string) => void

/**
 * Runs one step of a command, and prints its time and result. On a terminal, its progress is shown in the same line before.
 * Throws what the step throws.
 */
export async function runStep<T>(
  title: string,
  work: (report: ReportProgress) => Promise<T> | T,
  summary: (result: T) => string = () => '',
): Promise<T> {
  const { stdout } = process
  const started = performance.now()
  const clearLine = stdout.isTTY ? '\r\u001b[K' : ''
  const finish = (mark: string, rest = '') => {
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    stdout.write(`${clearLine}${mark} ${title}  ${seconds} s${rest && `  ${rest}`}\n`)
  }
  const tell = (detail: string) => {
    if (clearLine) stdout.write(clearLine + `… ${title}  ${detail}`.slice(0, stdout.columns - 1))
  }
  tell('')
  try {
    const result = await work(tell)
    finish('✓', summary(result))
    return result
  } catch (error) {
    finish('✗')
    throw error
  }
}
