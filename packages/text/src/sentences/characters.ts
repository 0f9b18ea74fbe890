/** White space as `String.prototype.trim` sees it. */
export function isSpace(char: string): boolean {
  return char !== '' && char.trim() === ''
}

/** What ends a line, and with it a sentence. */
export function isLineEnd(char: string): boolean {
  return char === '\n' || char === '\r' || char === '\u2028' || char === '\u2029'
}

export function isLowerLatin(char: string): boolean {
  return /\p{Ll}/u.test(char) && /\p{Script=Latin}/u.test(char)
}

export function isLatinOrDigit(char: string): boolean {
  return /[\p{Script=Latin}\p{Nd}]/u.test(char)
}

/** Kana, kanji and Japanese punctuation, of full or half width. */
export function isJapanese(char: string): boolean {
  return /[\u3001-\u30ff\u31f0-\u31ff\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff9f\p{Script=Han}]/u.test(char)
}

export function isHiragana(char: string): boolean {
  return /[\u3041-\u309f]/.test(char)
}
