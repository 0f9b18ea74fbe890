import type { Language } from '@shutten/core'

/** The question, damaged in one way; null where that way does not apply. Takes all its chance from `random`. */
export type Damage = (options: {
  question: string
  language: Language
  /** Numbers in [0, 1). */
  random: () => number
  /** Of words written in kanji, in hiragana. */
  readings: ReadonlyMap<string, string>
}) => string | null
