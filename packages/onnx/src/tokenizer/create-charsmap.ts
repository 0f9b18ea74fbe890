/** Gives the replacement of a character (or short grapheme), or null when it stays as it is. */
export type Charsmap = (characters: string) => string | null

/**
 * Reads a SentencePiece normalisation table: the byte length of a Darts-clone double array, the array (uint32, little
 * endian) and the replacements, each ended by a zero byte. The shortest match decides, as in the `spm_precompiled` crate
 * that made the token ids the models were trained on.
 */
export function createCharsmap(base64: string): Charsmap {
  const bytes = Buffer.from(base64, 'base64')
  const trieBytes = bytes.readUInt32LE(0)
  const units = new Uint32Array(trieBytes / 4)
  for (let i = 0; i < units.length; i++) units[i] = bytes.readUInt32LE(4 + i * 4)
  const replacements = bytes.subarray(4 + trieBytes)
  // Texts repeat few characters; the table is walked once for each.
  const memo = new Map<string, string | null>()

  const find = (characters: string): string | null => {
    let node = offsetOf(units[0] ?? 0)
    for (const byte of Buffer.from(characters, 'utf8')) {
      if (byte === 0) return null
      node ^= byte
      const unit = units[node] ?? 0
      if ((unit & 0x800000ff) !== byte) return null
      node ^= offsetOf(unit)
      if (unit & 0x100) {
        const start = (units[node] ?? 0) & 0x7fffffff
        return replacements.toString('utf8', start, replacements.indexOf(0, start))
      }
    }
    return null
  }

  return (characters) => {
    const known = memo.get(characters)
    if (known !== undefined) return known
    const found = find(characters)
    if (memo.size >= 20_000) memo.clear()
    memo.set(characters, found)
    return found
  }
}

function offsetOf(unit: number): number {
  return (unit >>> 10) << ((unit & 0x200) >>> 6)
}
