/**
 * Offset of the first byte that begins no well-formed UTF-8 sequence (Unicode 15, table 3-7), or -1 when all is valid.
 */
export function findInvalidUtf8(bytes: Uint8Array): number {
  let at = 0
  while (at < bytes.length) {
    const first = bytes[at] as number
    if (first < 0x80) {
      at += 1
      continue
    }
    const length =
      first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0
    if (length === 0 || at + length > bytes.length) return at
    const second = bytes[at + 1] as number
    const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80
    const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf
    if (second < low || second > high) return at
    for (let next = 2; next < length; next++) {
      const byte = bytes[at + next] as number
      if (byte < 0x80 || byte > 0xbf) return at
    }
    at += length
  }
  return -1
}
