export type Utf16Encoding = 'utf-16le' | 'utf-16be'

// Far more than any heading and little enough to look at in no time.
const sampleBytes = 4_096

function scoreText(text: string): number {
  let expected = 0
  let kana = 0
  let ascii = 0
  let total = 0
  for (const character of text) {
    const code = character.codePointAt(0) as number
    total += 1
    if (code === 0x09 || code === 0x0a || code === 0x0d || (code >= 0x20 && code < 0x7f)) ascii += 1
    else if (code >= 0x3000 && code <= 0x30ff) kana += 1
    else if ((code >= 0x3400 && code <= 0x9fff) || (code >= 0xff00 && code <= 0xffef)) expected += 1
    else if ((code >= 0xa0 && code <= 0x24f) || (code >= 0x2010 && code <= 0x2027)) expected += 1
  }
  // Ideographs alone prove nothing: pairs of Shift_JIS bytes fall among them. Kana and ASCII do not come about by chance.
  if (total === 0 || (kana + ascii) * 10 < total) return 0
  return (expected + kana + ascii) / total
}

/** Tells UTF-16 without a byte order mark by what the bytes would spell in either order; null when neither reads as text. */
export function detectUtf16(bytes: Uint8Array): Utf16Encoding | null {
  if (bytes.length < 2 || bytes.length % 2 !== 0) return null
  const sample = bytes.subarray(0, sampleBytes)
  const [little, big] = (['utf-16le', 'utf-16be'] as const).map((encoding) => ({
    encoding,
    score: scoreText(new TextDecoder(encoding).decode(sample)),
  })) as [{ encoding: Utf16Encoding; score: number }, { encoding: Utf16Encoding; score: number }]
  const best = little.score >= big.score ? little : big
  return best.score > 0.95 && little.score !== big.score ? best.encoding : null
}
