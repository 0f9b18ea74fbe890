/**
 * Tokens of a text, rather too many than too few, where the model's own tokenizer is not to be had.
 */
export function estimateTokens(text: string): number {
  let tokens = 0
  for (const character of text) tokens += weigh(character)
  return Math.ceil(tokens)
}

const kanji = /\p{Script=Han}/u
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}ー]/u
const latin = /[A-Za-z ]/

function weigh(character: string): number {
  if (latin.test(character)) return 0.4
  if (kana.test(character)) return 1
  if (kanji.test(character)) return 1.5
  return character.charCodeAt(0) < 0x80 ? 1 : 2
}
