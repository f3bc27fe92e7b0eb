import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, inject, test } from 'vitest'
import { filesBelow } from '../../scripts/build/built-site.ts'

// Every page would be slower for code that few readers use.

const compressed = (files: readonly string[]) =>
  gzipSync(files.map((file) => readFileSync(file, 'utf8')).join('')).length

test('the desk adds at most 4 KB to a page', () => {
  const folder = inject('siteFolder')
  const scripts = filesBelow(folder).filter((file) => /^_astro\/desk\.[\w-]+\.js$/.test(file))
  expect(scripts).toHaveLength(1)
  const styles = readdirSync('src/styles').filter((file) => file.endsWith('.css'))
  const others = styles.filter((file) => file !== 'desk.css')
  const paths = (files: string[]) => files.map((file) => join('src/styles', file))
  const added = compressed([...paths(styles), 'src/components/desk/desk-page.css'])
  const script = compressed(scripts.map((file) => join(folder, file)))
  expect(script + added - compressed(paths(others))).toBeLessThan(4000)
})
