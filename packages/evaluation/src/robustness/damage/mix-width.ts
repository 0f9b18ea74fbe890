import type { Damage } from './damage.js'

/** From U+FF61 on: the half-width forms in their own order, by the full-width letters that NFKC makes of them. */
const halfWidth = new Map<string, string>()
for (let code = 0xff66; code <= 0xff9d; code++) {
  const letter = String.fromCharCode(code)
  halfWidth.set(letter.normalize('NFKC'), letter)
  for (const mark of ['\uff9e', '\uff9f']) {
    const voiced = (letter + mark).normalize('NFKC')
    if (voiced.length === 1) halfWidth.set(voiced, letter + mark)
  }
}

/** Latin letters and digits become full-width, katakana half-width: what a question mixes depends on the keyboard. */
export const mixWidth: Damage = ({ question }) => {
  const mixed = question
    .replace(/[0-9A-Za-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))
    .replace(/[\u30a1-\u30fcー]/gu, (letter) => halfWidth.get(letter) ?? letter)
  return mixed === question ? null : mixed
}
