/** One way of writing a thing alike that is written in several ways. All work on text that is NFKC, lower case. */
export type Folding =
  /** Nothing for variation selectors, soft hyphens, zero-width joiners: 葛󠄀城, 葛城. */
  | 'invisible'
  /** ー for dashes after katakana, one for several: サ－バ－, スゴ〜イ, サーーバ. */
  | 'dashes'
  /** Kanji in common use for their old forms: 學, 國, 髙. */
  | 'oldKanji'
  /** Digits for kanji numerals that say a number: 十二, 二〇二四. */
  | 'numerals'
  /** The kanji or kana again for its repetition mark: 人々, いすゞ. */
  | 'repetition'
  /** バ for ヴァ, ブ for ヴ. */
  | 'vSounds'
  /** ジ for ヂ, ズ for ヅ. */
  | 'zSounds'
  /** Large kana for small vowels and ヶ: ウィルス, 関ヶ原. */
  | 'smallKana'
  /** ー for イ after the sound e: メイク, クリエイション. */
  | 'longE'
  /** ア for ヤ after i and e: リヤ, グルジヤ. */
  | 'glides'
  /** Katakana words without their long vowels, where four letters are left; without the last one in any case. */
  | 'longVowels'
  /** Neighbouring characters across the middle dots of katakana names. */
  | 'middleDots'

export interface Replacement {
  pattern: RegExp
  replace: (match: RegExpExecArray) => string | null
}
