/**
 * The path inside an archive that a reference in one of its parts stands for, without fragment: `OEBPS/a.opf` and
 * `../text/1.xhtml#p2` → `text/1.xhtml`. A slash in front means the archive's root.
 */
export function resolvePart(from: string, reference: string): string {
  const plain = reference.replace(/[?#].*$/s, '')
  let decoded = plain
  try {
    decoded = decodeURIComponent(plain)
  } catch {
    // A bare percent sign of a name that was never encoded.
  }
  const parts = decoded.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of decoded.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/').normalize('NFC')
}
