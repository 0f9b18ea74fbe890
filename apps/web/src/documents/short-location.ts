/** A file's folder and name, readable; any other address as it is. Tells apart files of one name in most folders. */
export function shortLocation(uri: string): string {
  if (!uri.startsWith('file:')) return uri
  const parts = uri.replace(/^file:\/*/, '').split('/')
  const short = parts.slice(-2).join('/')
  try {
    return decodeURIComponent(short)
  } catch {
    return short
  }
}
