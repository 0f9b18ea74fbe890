/** A question with its katakana words in hiragana. */
export function writeInHiragana(question: string): string {
  return question.replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
}
