import { cleanText } from '../decode/clean-text.js'

/** The name of a source's file without its extension, for sources that have no title: `file:///a/%E6%A6%82%E8%A6%81.txt` → 概要. */
export function getTitleFromUri(uri: string): string {
  const path = uri.replace(/[?#].*$/, '').replace(/\/+$/, '')
  const name = path.slice(path.lastIndexOf('/') + 1)
  let decoded = name
  try {
    decoded = decodeURIComponent(name)
  } catch {
    // A bare percent sign of a name that was never encoded.
  }
  return cleanText(decoded.replace(/(?<=.)\.[A-Za-z0-9]{1,8}$/, '')).trim() || uri
}
