const hostShape = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i

/**
 * Hosts that the public web does not have: those of one's own network, and names that are kept for other ends.
 * @see https://www.iana.org/assignments/special-use-domain-names
 */
const notPublic =
  /\.(?:alt|arpa|corp|example|home|internal|invalid|lan|local|localdomain|localhost|onion|test)$/i

/**
 * Whether an address may stand in a link of an entry: https or http, a public host name, no user name, no password,
 * no port, no space, no control character. Everything else (`javascript:`, `data:`, relative paths, IP numbers) is unsafe,
 * and so is a host with letters beyond ASCII, which can look like another one.
 */
export function isSafeAddress(address: string): boolean {
  if (/[\s\p{Control}\p{Format}<>"'`\\{}|^]/u.test(address) || address.length > 2000) return false
  // A host is written as it is: no other letters, slashes or signs that become one.
  if (!/^https?:\/\/[a-z0-9.-]+(?:[/?#]|$)/i.test(address)) return false
  const url = URL.parse(address)
  if (!url) return false
  const plain = url.username === '' && url.password === '' && url.port === ''
  if (notPublic.test(url.hostname)) return false
  return plain && hostShape.test(url.hostname) && !/(?:^|\.)xn--/.test(url.hostname)
}

/** Hosts that look like a well-known one and are not it, as found in published abstracts. */
const damagedHosts = new Map([['huggingface.host', 'huggingface.co']])

/** The real host when an address names a damaged one (`huggingface.host`), otherwise undefined. */
export function damagedHostOf(address: string): string | undefined {
  return damagedHosts.get(URL.parse(address)?.hostname ?? '')
}
