/** The archive that an address leads into: `file:///a.zip` of `file:///a.zip!/b.txt`. Null for one that leads into none. */
export function findArchiveUri(uri: string): string | null {
  const at = uri.indexOf('!/')
  return at < 0 ? null : uri.slice(0, at)
}
