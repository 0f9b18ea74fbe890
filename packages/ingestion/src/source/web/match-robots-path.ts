/**
 * True where a rule's path of robots.txt holds for a path (RFC 9309, section 2.2.2): as a beginning, `*` for anything,
 * `$` at the end for the path's end. Both are in the form of `normalizeRobotsPath`. Takes time linear in the path for
 * each star.
 */
export function matchRobotsPath(options: { rule: string; path: string }): boolean {
  const { path } = options
  const isAnchored = options.rule.endsWith('$')
  const rule = isAnchored ? options.rule.slice(0, -1) : options.rule
  const [first = '', ...parts] = rule.split('*')
  if (!path.startsWith(first)) return false
  let at = first.length
  const last = isAnchored ? parts.pop() : undefined
  for (const part of parts) {
    const found = path.indexOf(part, at)
    if (found === -1) return false
    at = found + part.length
  }
  if (!isAnchored) return true
  return last === undefined ? at === path.length : path.length - last.length >= at && path.endsWith(last)
}

const unreserved = /[A-Za-z0-9\-._~]/

/**
 * One form for the paths of rules and of addresses: octets outside ASCII percent-encoded, unreserved ones plain,
 * hexadecimal digits in upper case. In an address `*` and `$` are encoded too, since a rule means them as signs.
 */
export function normalizeRobotsPath(path: string, options: { isRule: boolean }): string {
  const encoded = path.replace(/[^\x21-\x7e]+/g, encodeOctets).replace(/%([0-9a-f]{2})/gi, (whole, hex: string) => {
    const character = String.fromCharCode(Number.parseInt(hex, 16))
    return unreserved.test(character) ? character : whole.toUpperCase()
  })
  if (options.isRule) return encoded.replace(/\$(?!$)/g, '%24')
  return encoded.replaceAll('*', '%2A').replaceAll('$', '%24')
}

function encodeOctets(text: string): string {
  return [...Buffer.from(text, 'utf8')].map((octet) => `%${octet.toString(16).toUpperCase().padStart(2, '0')}`).join('')
}
