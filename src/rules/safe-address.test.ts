import { expect, test } from 'vitest'
import { faultsIn, planted } from './fixtures/specimen.ts'

// A reader who follows a link would run a script, or land on a host that only looks like the real one.

test.each([
  [
    'a script',
    'https://github.com/example/ties)',
    'javascript:alert(1))',
    '20:304 safe-address Unexpected address `javascript:alert(1)`, whose `javascript:` a browser could run or refuse, expected a web address. Write one that begins with `https://`.',
  ],
  [
    'words that name another host',
    '[code](https://github.com/example/ties)',
    '[github.com](https://evil.org/x)',
    '20:304 safe-address Unexpected label `github.com` of a link to `evil.org`, expected words, or the address itself. Write where the link leads.',
  ],
  [
    'no scheme',
    'https://github.com/example/ties)',
    '//evil.org/x)',
    '20:304 safe-address Unexpected address `//evil.org/x`, expected one that begins with `https://`. Write all of it, from `https://` on.',
  ],
  [
    'a user name',
    'https://github.com/example/ties)',
    'https://user:pw@github.com/x)',
    '20:304 safe-address Unexpected user name in address `https://user:pw@github.com/x`, expected a public address. Write it without what stands before `@`.',
  ],
  [
    'a port',
    'https://github.com/example/ties)',
    'https://github.com:8080/x)',
    '20:304 safe-address Unexpected port in address `https://github.com:8080/x`, expected a public address. Write it without `:8080`.',
  ],
  [
    'a damaged host',
    'https://github.com/example/ties)',
    'https://huggingface.host/x)',
    '20:304 safe-address Unexpected host `huggingface.host`, expected `huggingface.co`, which it only looks like. Write the address at `huggingface.co`, or no link where the real one is not known.',
  ],
  [
    'a host of one letter less',
    'https://github.com/example/ties)',
    'https://githb.com/x)',
    '20:304 safe-address Unexpected host `githb.com`, expected `github.com`, which it only looks like. Write the address at `github.com`, or no link where the real one is not known.',
  ],
  [
    'letters beyond ASCII',
    'https://github.com/example/ties)',
    'https://gïthub.com/x)',
    '20:304 safe-address Unexpected host in address `https://gïthub.com/x`, whose letters beyond ASCII can look like others (`xn--gthub-cta.com`), expected plain letters. Write the host in `a` to `z`.',
  ],
  [
    'a link without scheme',
    '  code: https://github.com/example/ties',
    '  code: github.com/example/ties',
    '14:9 safe-address Unexpected address `github.com/example/ties`, expected one that begins with `https://`. Write `https://github.com/example/ties`.',
  ],
])('%s', (_what, from, to, fault) => {
  expect(faultsIn(planted(from, to))).toEqual([fault])
})
