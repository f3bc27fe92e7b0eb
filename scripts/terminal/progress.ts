const shown = (seconds: number) => (seconds < 10 ? seconds.toFixed(1) : seconds.toFixed(0))

/** Reports progress within a step: a short phrase, replaced by the next one. */
export type ReportProgress = (detail: string) => void

/**
 * Runs one step of a command and shows its progress: on a terminal in one line that counts seconds, elsewhere in a line every fifteen
 * seconds. The last line ends with the result. Throws what the step throws.
 */
export async function step<T>(
  title: string,
  work: (tell: ReportProgress) => Promise<T> | T,
  words: (result: T) => string,
): Promise<T> {
  const { stdout } = process
  const started = performance.now()
  const seconds = () => (performance.now() - started) / 1000
  const over = stdout.isTTY ? '\r\u001b[K' : ''
  let detail = ''
  const draw = () => {
    const line = `… ${title}  ${seconds().toFixed(0)} s  ${detail}`
    stdout.write(over ? over + line.slice(0, stdout.columns - 1) : `${line.trimEnd()}\n`)
  }
  const beat = setInterval(draw, over ? 250 : 15_000)
  let mark = '✗'
  let rest = ''
  try {
    const result = await work((text) => {
      detail = text
    })
    mark = '✓'
    rest = words(result)
    return result
  } finally {
    clearInterval(beat)
    stdout.write(`${over}${mark} ${title}  ${shown(seconds())} s${rest && `  ${rest}`}\n`)
  }
}
