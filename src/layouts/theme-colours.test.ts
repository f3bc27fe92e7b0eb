import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { themeColours } from './theme-colours.ts'

const css = readFileSync(new URL('../styles/colours.css', import.meta.url), 'utf8')

/** The colours of both schemes by name. */
const colours = new Map(
  [...css.matchAll(/--(\w+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
)

/** @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (lighter + 0.05) / (darker + 0.05)
}

// Text with too little contrast is hard to read for people with poor sight, and for everybody in the sun.
describe.each(['light', 'dark'] as const)('%s colours', (scheme) => {
  const colour = (name: string) => colours.get(name)?.[scheme] ?? ''
  const pair = (a: string, b: string) => contrast(colour(a), colour(b))

  it('have a contrast of 4.5:1 for text and 3:1 for the borders of controls', () => {
    for (const words of ['ink', 'soft', 'accent'])
      expect(pair(words, 'paper'), words).toBeGreaterThanOrEqual(4.5)
    expect(pair('ink', 'tint')).toBeGreaterThanOrEqual(4.5)
    expect(pair('edge', 'paper')).toBeGreaterThanOrEqual(3)
  })

  it('give the browser’s frame the background colour of the page', () => {
    expect(themeColours[scheme]).toBe(colour('paper'))
  })
})
