const quietSeconds = 15
const shown = (seconds: number) => (seconds < 10 ? seconds.toFixed(1) : seconds.toFixed(0))

/** Tells the step's progress how far it is: a short phrase, replaced by the next one. */
export type Tell = (detail: string) => void

/**
 * Does one step of a command and shows it: on a terminal by one line that counts seconds, elsewhere by a line at the end
 * and one every fifteen seconds. The last line ends with the result in words. Throws what the step throws.
 */
export async function step<T>(
  title: string,
  work: (tell: Tell) => Promise<T> | T,
  words: (result: T) => string,
): Promise<T> {
  const stream = process.stdout
  const started = performance.now()
  const seconds = () => (performance.now() - started) / 1000
  let detail = ''
  const live = stream.isTTY
  const draw = () => {
    const line = `… ${title}  ${seconds().toFixed(0)} s  ${detail}`
    stream.write(`\r\u001b[K${line.slice(0, (stream.columns ?? 80) - 1)}`)
  }
  const beat = setInterval(
    live ? draw : () => stream.write(`… ${title}  ${seconds().toFixed(0)} s\n`),
    live ? 250 : quietSeconds * 1000,
  )
  const end = (mark: string, rest: string) => {
    clearInterval(beat)
    if (live) stream.write('\r\u001b[K')
    stream.write(`${mark} ${title}  ${shown(seconds())} s${rest && `  ${rest}`}\n`)
  }
  if (live) draw()
  try {
    const result = await work((text) => {
      detail = text
    })
    end('✓', words(result))
    return result
  } catch (error) {
    end('✗', '')
    throw error
  }
}
