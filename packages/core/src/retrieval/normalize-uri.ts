/** One form for the ways to write the same address: plain characters where they may stand, NFC, scheme and host in lower case. */
export function normalizeUri(uri: string): string {
  return decode(uri)
    .normalize('NFC')
    .replace(/^[a-z][a-z0-9+.-]*:(?:\/\/[^/?#]*)?/i, (origin) => origin.toLowerCase())
}

function decode(uri: string): string {
  if (!uri.includes('%')) return uri
  try {
    return decodeURI(uri)
  } catch {
    return uri
  }
}
