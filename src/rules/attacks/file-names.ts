import { specimen } from '../specimen.ts'
import type { Attack } from './attack.ts'

const paths = [
  'content/papers/../../etc/passwd.mdx/x',
  'content/papers/..%2f..%2fx.mdx',
  'content/papers/..\\..\\x.mdx',
  'content/papers/....mdx',
  'content/papers/a/../b.mdx/c.mdx',
  'content/papers/con.mdx',
  'content/papers/nul.mdx',
  'content/papers/LPT1.mdx',
  'content/papers/<script>.mdx',
  'content/papers/a"onclick=x.mdx',
  'content/papers/a\u202Exdm.mdx',
  'content/papers/a\u0000.mdx',
  'content/papers/-rf.mdx',
  'content/papers/--help.mdx',
  'content/papers/$(touch x).mdx',
  'content/papers/a;b.mdx',
  'content/papers/a b.mdx',
  'content/papers/\u0430.mdx',
  'content/papers/__proto__.mdx',
  'content/papers/index.astro',
  'content/papers/x.mdx.js',
  'content/papers/x.MDX',
  `content/papers/${'a'.repeat(300)}.mdx`,
]

/** Names that leave the folder, or mean something to a system. */
export const fileNameAttacks: readonly Attack[] = [
  ...paths.map((path) => ({
    family: 'file names',
    name: path,
    path,
    source: specimen,
    outcome: 'file-name' as const,
  })),
]
