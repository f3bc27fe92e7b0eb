const hostShape = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i

/**
 * Top-level domains that are not on the public web: private networks and special-use names.
 * @see https://www.iana.org/assignments/special-use-domain-names
 */
const notPublic =
  /\.(?:alt|arpa|corp|example|home|internal|invalid|lan|local|localdomain|localhost|onion|test)$/i

/**
 * Whether an entry may link to an address: `http` or `https`, a public host name, and no user name, password, port, space or
 * control character. Everything else is unsafe: `javascript:`, `data:`, relative paths, IP addresses, and hosts with
 * letters beyond ASCII, which can look like another host.
 */
export function isSafeAddress(address: string): boolean {
  if (/[\s\p{Control}\p{Format}<>"'`\\{}|^]/u.test(address) || address.length > 2000) return false
  // `URL` would turn other letters, backslashes and escapes into a host.
  if (!/^https?:\/\/[a-z0-9.-]+(?:[/?#]|$)/i.test(address)) return false
  const url = URL.parse(address)
  if (!url) return false
  const isPlain = url.username === '' && url.password === '' && url.port === ''
  if (notPublic.test(url.hostname)) return false
  return isPlain && hostShape.test(url.hostname) && !/(?:^|\.)xn--/.test(url.hostname)
}

/** Misspelt hosts from published abstracts, and the hosts that were meant. */
const damagedHosts = new Map([['huggingface.host', 'huggingface.co']])

/** The host that was meant when an address has a misspelt one (`huggingface.host`); otherwise undefined. */
export function damagedHostOf(address: string): string | undefined {
  return damagedHosts.get(URL.parse(address)?.hostname ?? '')
}
