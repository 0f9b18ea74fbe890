import { detectLegacyJapanese } from '../decode/detect-legacy-japanese.js'
import { findInvalidUtf8 } from '../decode/find-invalid-utf8.js'

/**
 * The name of an archive's entry. Archives made on Japanese Windows hold names in Shift_JIS without saying so;
 * null leaves any other name to the archive's own rule (UTF-8 when flagged, else code page 437).
 */
export function decodeEntryName(bytes: Uint8Array): string | null {
  if (findInvalidUtf8(bytes) === -1) return new TextDecoder('utf-8').decode(bytes)
  const encoding = detectLegacyJapanese(bytes)
  try {
    return encoding && new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
