import type { Language } from '@shutten/core'

/** Below this many letters a text is taken for a query: kana anywhere decide. */
const shortText = 100
/** Share of Japanese letters from which a longer text is Japanese; a kanji says what some three Latin letters say. */
const japaneseShare = 0.2

const kana = /[\u3041-\u3096\u30a1-\u30fa\u30fc\uff66-\uff9d]/gu
const han = /\p{Script=Han}/gu
const latin = /\p{Script=Latin}/gu
const englishFunctionWord =
  /(?<![A-Za-z])(?:who|what|when|where|why|how|which|is|are|was|were|do|does|did|the|of|in|about|mean|means|explain|tell)(?![A-Za-z])/i

/**
 * Short texts (queries): any kana, or Han without English function words, is Japanese. Longer ones go by the share of
 * Japanese letters. All else is 'en'.
 */
export function detectLanguage(text: string): Language {
  const kanaCount = count(text, kana)
  const japanese = kanaCount + count(text, han)
  if (japanese === 0) return 'en'
  const letters = japanese + count(text, latin)
  if (letters > shortText) return japanese / letters >= japaneseShare ? 'ja' : 'en'
  return kanaCount > 0 || !englishFunctionWord.test(text) ? 'ja' : 'en'
}

function count(text: string, pattern: RegExp): number {
  let matches = 0
  for (const _ of text.matchAll(pattern)) matches++
  return matches
}
