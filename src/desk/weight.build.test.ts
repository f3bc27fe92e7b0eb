import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, inject, test } from 'vitest'
import { filesBelow } from '../../scripts/build/built-facts.ts'

// Every reader of every page would pay for what few of them use.

const compressed = (files: readonly string[]) =>
  gzipSync(files.map((file) => readFileSync(file, 'utf8')).join('')).length

test('the desk adds at most 4 KB to a page, a paper’s own included', () => {
  const folder = inject('siteFolder')
  const scripts = filesBelow(folder).filter((file) =>
    /^_astro\/(?:desk|PaperDesk\.astro_\w+)\.[\w-]+\.js$/.test(file),
  )
  expect(scripts).toHaveLength(2)
  const styles = readdirSync('src/styles').filter((file) => file.endsWith('.css'))
  const others = styles.filter((file) => file !== 'desk.css')
  const [all, without] = [styles, others].map((some) =>
    compressed(some.map((file) => join('src/styles', file))),
  ) as [number, number]
  const added = scripts.map((file) => compressed([join(folder, file)]))
  expect(added.reduce((sum, size) => sum + size, all - without)).toBeLessThan(4000)
})
