import { kanjiNumberPattern, writeKanjiNumber } from '../quantities/write-kanji-number.js'
import type { Folding, Replacement } from './folding.js'
import { newKanji } from './new-kanji.js'

/** What is written alike before words are found: ICU's dictionary knows 学校 and not 學校. */
export const textFoldings: Partial<Record<Folding, readonly Replacement[]>> = {
  invisible: [{ pattern: /\p{Default_Ignorable_Code_Point}+/gu, replace: () => '' }],
  dashes: [
    {
      pattern:
        /(?<=[\p{Script=Katakana}ー])(?:[-‐‑–—―−─~〜]+(?=[\p{Script=Katakana}\p{Script=Hiragana}ー]|[^\p{L}\p{N}]|$)|ー+)/gu,
      replace: ({ index, input }) => (input[index - 1] === 'ー' ? '' : 'ー'),
    },
  ],
  oldKanji: [
    {
      pattern: new RegExp(`[${[...newKanji.keys()].join('')}]`, 'gu'),
      replace: ([old]) => newKanji.get(old) ?? null,
    },
  ],
  numerals: [{ pattern: kanjiNumberPattern, replace: writeKanjiNumber }],
}
