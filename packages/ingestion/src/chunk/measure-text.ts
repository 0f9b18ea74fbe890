/** One letter of Latin script says about half of what a Japanese character says. */
const narrow = 0.5

/**
 * Length of a text in Japanese characters' worth: wide characters (kana, kanji, hangul, full-width forms) count 1, all
 * others a half, so that a chunk of English is about twice as long as one of Japanese and says as much.
 */
export function measureText(text: string, start = 0, end = text.length): number {
  let size = 0
  for (let at = start; at < end; at++) size += text.charCodeAt(at) >= 0x1100 ? 1 : narrow
  return size
}
