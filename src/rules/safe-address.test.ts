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
    'a script in disguise',
    'https://github.com/example/ties)',
    '&#106;avascript:alert(1))',
    '20:304 safe-address Unexpected address `javascript:alert(1)`, whose `javascript:` a browser could run or refuse, expected a web address. Write one that begins with `https://`.',
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
    'a number for a host',
    'https://github.com/example/ties)',
    'https://10.0.0.1/x)',
    '20:304 safe-address Unexpected address `https://10.0.0.1/x`, expected a public host and no spaces, quotes or brackets. Write `https://host.name/path`.',
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
    'a host inside another',
    'https://github.com/example/ties)',
    'https://github.com.evil.org/x)',
    '20:304 safe-address Unexpected host `github.com.evil.org`, expected `github.com`, which it only looks like. Write the address at `github.com`, or no link where the real one is not known.',
  ],
  [
    'a path',
    'https://github.com/example/ties)',
    '/papers/x/)',
    '20:304 safe-address Unexpected address `/papers/x/`, expected one that begins with `https://`. Write all of it, from `https://` on.',
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
  [
    'data',
    '  code: https://github.com/example/ties',
    '  code: data:text/html,x',
    '14:9 safe-address Unexpected address `data:text/html,x`, whose `data:` a browser could run or refuse, expected a web address. Write one that begins with `https://`.',
  ],
  [
    'a script for a paper',
    'paper: https://arxiv.org/abs/2410.01234',
    'paper: javascript:alert(1)',
    '5:8 safe-address Unexpected address `javascript:alert(1)`, whose `javascript:` a browser could run or refuse, expected a web address. Write one that begins with `https://`.',
  ],
  [
    'no address at all',
    'paper: https://arxiv.org/abs/2410.01234',
    'paper: somewhere',
    '5:8 safe-address Unexpected address `somewhere`, expected one that begins with `https://`. Write all of it, from `https://` on.',
  ],
  [
    'a host of one letter more for a paper',
    'https://arxiv.org',
    'https://arxlv.org',
    '5:8 safe-address Unexpected host `arxlv.org`, expected `arxiv.org`, which it only looks like. Write the address at `arxiv.org`, or no link where the real one is not known.',
  ],
])('%s', (_what, from, to, fault) => {
  expect(faultsIn(planted(from, to))).toEqual([fault])
})
