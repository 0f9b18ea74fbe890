/** The ways in which a question is damaged, none of which changes what it asks. */
export const perturbations = [
  'typo',
  'kana-typo',
  'long-vowel',
  'kana',
  'width',
  'case',
  'padding',
  'short',
  'long',
] as const

/**
 * - `typo`: a letter of a Latin word swapped with the next, dropped or doubled
 * - `kana-typo`: a letter of a katakana word dropped, swapped with the next or taken for one that looks or sounds alike
 * - `long-vowel`: a ー left out
 * - `kana`: words of kanji written in kana, where their reading is known
 * - `width`: Latin letters and digits full-width, katakana half-width
 * - `case`: Latin letters all upper, all lower, or the other way round
 * - `padding`: polite phrases in front and behind
 * - `short`: the words that carry the content, or the longest one alone
 * - `long`: a sentence in the middle of a chat about something else
 */
export type Perturbation = (typeof perturbations)[number]
