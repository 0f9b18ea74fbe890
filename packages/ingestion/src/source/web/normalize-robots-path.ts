const unreserved = /[A-Za-z0-9\-._~]/
/** What is not plain in a URI (RFC 3986, 2), though browsers leave some of it as it is. */
const notPlain = /[^\x21-\x7e]+|["<>[\\\]^`{|}]/g

/**
 * One form for the paths of rules and of addresses: what is not plain percent-encoded, unreserved characters plain,
 * hexadecimal digits in upper case. In an address `*` and `$` are encoded too, since a rule means them as signs.
 */
export function normalizeRobotsPath(path: string, options: { isRule: boolean }): string {
  const encoded = path.replace(notPlain, encodeOctets).replace(/%([0-9a-f]{2})/gi, (whole, hex: string) => {
    const character = String.fromCharCode(Number.parseInt(hex, 16))
    return unreserved.test(character) ? character : whole.toUpperCase()
  })
  if (options.isRule) return encoded.replace(/\$(?!$)/g, '%24')
  return encoded.replaceAll('*', '%2A').replaceAll('$', '%24')
}

function encodeOctets(text: string): string {
  return [...Buffer.from(text, 'utf8')].map((octet) => `%${octet.toString(16).toUpperCase().padStart(2, '0')}`).join('')
}
