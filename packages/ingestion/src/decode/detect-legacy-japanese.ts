export type LegacyJapaneseEncoding = 'shift_jis' | 'euc-jp' | 'iso-2022-jp'

interface Scan {
  valid: boolean
  points: number
  characters: number
}

// What one character of a kind says for its encoding: ordinary letters for it, rare ones and private ones against it.
const ordinary = 1
const halfWidthKana = 0.4
const strayHalfWidthKana = -0.5
const rareKanji = -1
const vendorKanji = -0.3
const privateUse = -3
const controlCharacter = -5

/** Points of a row (JIS X 0208, from 1): kana, signs and the kanji of level 1 are ordinary, level 2 is rare. */
function scoreRow(row: number): number {
  if (row <= 8) return ordinary
  if (row === 13) return ordinary * 0.8
  if (row >= 16 && row <= 47) return ordinary
  if (row >= 48 && row <= 84) return rareKanji
  return vendorKanji
}

function scoreHalfWidthRun(length: number): number {
  return length * (length >= 3 ? halfWidthKana : strayHalfWidthKana)
}

function scanShiftJis(bytes: Uint8Array): Scan {
  const scan: Scan = { valid: true, points: 0, characters: 0 }
  let run = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number
    if (byte >= 0xa1 && byte <= 0xdf) {
      run += 1
      scan.characters += 1
      continue
    }
    scan.points += scoreHalfWidthRun(run)
    run = 0
    if (byte < 0x80) continue
    const trail = bytes[at + 1] ?? 0
    const isLead = (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xfc)
    if (!isLead || trail < 0x40 || trail === 0x7f || trail > 0xfc) return { ...scan, valid: false }
    const pair = byte - (byte >= 0xe0 ? 0xc1 : 0x81)
    const row = pair * 2 + (trail >= 0x9f ? 2 : 1)
    scan.points += byte >= 0xf0 && byte <= 0xf9 ? privateUse : scoreRow(row)
    scan.characters += 1
    at += 1
  }
  scan.points += scoreHalfWidthRun(run)
  return scan
}

function scanEucJp(bytes: Uint8Array): Scan {
  const scan: Scan = { valid: true, points: 0, characters: 0 }
  const isTrail = (byte: number | undefined) => byte !== undefined && byte >= 0xa1 && byte <= 0xfe
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number
    if (byte < 0x80) continue
    scan.characters += 1
    if (byte === 0x8e && isTrail(bytes[at + 1]) && (bytes[at + 1] as number) <= 0xdf) {
      scan.points += halfWidthKana
      at += 1
    } else if (byte === 0x8f && isTrail(bytes[at + 1]) && isTrail(bytes[at + 2])) {
      scan.points += vendorKanji
      at += 2
    } else if (byte >= 0xa1 && byte <= 0xfe) {
      if (!isTrail(bytes[at + 1])) return { ...scan, valid: false }
      scan.points += scoreRow(byte - 0xa0)
      at += 1
    } else if (byte <= 0x9f) scan.points += controlCharacter
    else return { ...scan, valid: false }
  }
  return scan
}

// Text of ordinary Japanese scores above 0.9; UTF-8 that was broken and taken for Shift_JIS scores about 0.
const plausible = 0.5

/**
 * Tells ISO-2022-JP by its escape sequences, Shift_JIS (with the extensions of code page 932) and EUC-JP by
 * how ordinary the Japanese is that the bytes would spell. Null when none of them reads as Japanese:
 * bytes of another encoding are not forced into characters that nobody wrote.
 */
export function detectLegacyJapanese(bytes: Uint8Array): LegacyJapaneseEncoding | null {
  let isSevenBit = true
  let hasEscape = false
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number
    if (byte >= 0x80) {
      isSevenBit = false
      break
    }
    // ESC $ @, ESC $ B (kanji) and ESC ( I (half-width kana).
    if (byte === 0x1b) {
      const [second, third] = [bytes[at + 1], bytes[at + 2]]
      if ((second === 0x24 && (third === 0x40 || third === 0x42)) || (second === 0x28 && third === 0x49))
        hasEscape = true
    }
  }
  if (isSevenBit) return hasEscape ? 'iso-2022-jp' : null
  const candidates = [
    { encoding: 'euc-jp' as const, scan: scanEucJp(bytes) },
    { encoding: 'shift_jis' as const, scan: scanShiftJis(bytes) },
  ]
    .filter(({ scan }) => scan.valid && scan.characters > 0 && scan.points / scan.characters >= plausible)
    .sort((a, b) => b.scan.points / b.scan.characters - a.scan.points / a.scan.characters)
  return candidates[0]?.encoding ?? null
}
