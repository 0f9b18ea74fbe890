import { analyze } from '@shutten/text'

/** By UTF-16 code unit: the unit that the analyser writes for it; 0 is not known yet. */
const written = new Uint16Array(0x10000)
const hanOrKatakana = /[\p{Script=Han}\p{Script=Katakana}]/u
const han = /\p{Script=Han}/u

/**
 * A normalised text with each character as the analyser writes it between its neighbours (學 is 学, ヶ is ケ, 々 the kanji
 * before), of the same length. The analyser is asked once about a character.
 */
export function foldCharacters(text: string): string {
  let folded = ''
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    let fold = written[unit] || learn(unit)
    if ((unit === 0x3005 || unit === 0x303b) && han.test(text.charAt(at - 1))) fold = text.charCodeAt(at - 1)
    if (fold === unit) continue
    folded += text.slice(from, at) + String.fromCharCode(fold)
    from = at + 1
  }
  return folded + text.slice(from)
}

function learn(unit: number): number {
  const character = String.fromCharCode(unit)
  const pair = hanOrKatakana.test(character)
    ? analyze(character + character).find(({ kind, term }) => kind === 'bigram' && term.length === 2)?.term
    : undefined
  const fold = pair?.charCodeAt(0) || unit
  written[unit] = fold
  return fold
}
