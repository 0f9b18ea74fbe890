// The HTML standard looks at the first 1,024 bytes; pages with long comments at their head ask for more.
const searchedBytes = 4_096

/**
 * The charset that an HTML page names in `<meta charset>` or `<meta http-equiv="content-type">`, or that an
 * XML declaration names; null when there is none or no decoder knows it.
 */
export function findDeclaredCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, searchedBytes)).replace(/<!--[\s\S]*?-->/g, '')
  const found =
    /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head) ??
    /^\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w.:-]+)/i.exec(head)
  return found?.[1] ? findCharset(found[1]) : null
}

/** The name by which TextDecoder knows a charset label; null for an unknown one. */
export function findCharset(label: string): string | null {
  try {
    return new TextDecoder(label.trim()).encoding
  } catch {
    return null
  }
}
