const shown = (seconds: number) => (seconds < 10 ? seconds.toFixed(1) : seconds.toFixed(0))

/** Tells the step's progress how far it is: a short phrase, replaced by the next one. */
export type ReportProgress = (detail: string) => void

/**
 * Does one step of a command and shows it: on a terminal by one line that counts seconds, elsewhere by a line every fifteen
 * seconds. The last line ends with the result in words. Throws what the step throws.
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
