import type { Folding, Replacement } from './folding.js'

const table = (pairs: string): ReadonlyMap<string, string> =>
  new Map(pairs.split(' ').map((pair) => pair.split('=') as [string, string]))
const fromTable = (pattern: RegExp, pairs: string): Replacement => {
  const written = table(pairs)
  return { pattern, replace: ([match]) => written.get(match) ?? null }
}
const withSoundMark = (kana: string) => {
  const marked = `${kana}\u3099`.normalize('NFC')
  return marked.length === kana.length ? marked : kana
}

/**
 * What is written alike within words and neighbouring characters, in this order. Of the 3,376 pairs of katakana spellings
 * that Sudachi's dictionary knows, vSounds makes 278 alike, smallKana 399 more, longE 406, glides 67, and longVowels 837;
 * 114 of its 25,000 other katakana names come to coincide.
 */
export const kanaFoldings: Partial<Record<Folding, readonly Replacement[]>> = {
  repetition: [
    { pattern: /(?<=(\p{Script=Han}))[々〻]/gu, replace: ([, before = '']) => before },
    { pattern: /(?<=([ぁ-ゖァ-ヺ]))[ゝヽ]/gu, replace: ([, before = '']) => before },
    { pattern: /(?<=([ぁ-ゖァ-ヺ]))[ゞヾ]/gu, replace: ([, before = '']) => withSoundMark(before) },
  ],
  vSounds: [fromTable(/ヴ[ァィェォ]?|[ヷヸヹヺ]/g, 'ヴァ=バ ヴィ=ビ ヴ=ブ ヴェ=ベ ヴォ=ボ ヷ=バ ヸ=ビ ヹ=ベ ヺ=ボ')],
  zSounds: [fromTable(/[ヂヅ]/g, 'ヂ=ジ ヅ=ズ')],
  smallKana: [fromTable(/[ァィゥェォヵヶ]/g, 'ァ=ア ィ=イ ゥ=ウ ェ=エ ォ=オ ヵ=カ ヶ=ケ')],
  longE: [
    { pattern: /(?<=[エケセテネヘメレゲゼデベペ])イ/g, replace: () => 'ー' },
    { pattern: /ー{2,}/g, replace: () => 'ー' },
  ],
  glides: [{ pattern: /(?<=[イキシチニヒミリギジビピエケセテネレデベ])ヤ/g, replace: () => 'ア' }],
}

/** No more of a katakana run is looked at. */
const maxRun = 100

/** Only within words: as neighbouring characters, long vowels tell ビル from ビール. */
export const wordFoldings: Partial<Record<Folding, readonly Replacement[]>> = {
  longVowels: [
    {
      pattern: /(?<=\p{Script=Katakana})ー+/gu,
      replace: ({ 0: { length }, index, input }) => {
        const before = /[\p{Script=Katakana}ー]+$/u.exec(input.slice(Math.max(0, index - maxRun), index))?.[0] ?? ''
        const after = /^[\p{Script=Katakana}ー]+/u.exec(input.slice(index + length, index + maxRun))?.[0] ?? ''
        const letters = (before + after).replaceAll('ー', '').length
        return letters >= 4 || (after === '' && before.length >= 3) ? '' : null
      },
    },
  ],
}

/** Only between neighbouring characters: as words, the parts of a name stand for themselves. */
export const bigramFoldings: Partial<Record<Folding, readonly Replacement[]>> = {
  middleDots: [{ pattern: /(?<=[\p{Script=Katakana}ー])[・=゠](?=\p{Script=Katakana})/gu, replace: () => '' }],
}
