import { foldText } from '@shutten/text'

/** Where white space alone tells an end, that folding takes away: it becomes a full stop. */
const spacedEnd = /\n+|\.(?=\s)/g
/** 【東京 4月1日 共同】 in front of the first sentence; longer ones are text. */
const leadingBracket = /^\s*[【［[（(〔][^】］\])）〕\n。]{1,40}[】］\])）〕]/
const dropped = /^[\p{P}\p{Z}\p{C}]$/u
/** Signs that make a number another number stay: 50%, 3.14, -5, 1/2. */
const kept = '%‰'
const keptBeforeDigit = '.-:/'

const longDate =
  /(?:(?:\d{2,4}|(?:令和|平成|昭和)(?:\d{1,2}|元))年)?\d{1,2}月\d{1,2}日|\d{4}[/.-]\d{1,2}[/.-]\d{1,2}|(?:january|february|march|april|may|june|july|august|september|october|november|december)\d{1,2},?\d{4}|\d{1,2}(?:january|february|march|april|may|june|july|august|september|october|november|december)\d{4}/g
const timeOfDay =
  /(?:午前|午後)?\d{1,2}(?::\d{2}){1,2}|(?:午前|午後)?\d{1,2}時(?:\d{1,2}分)?|[(（]?[月火水木金土日](?:曜日?)?[)）]/g
const publication = /公開|更新|投稿|配信|掲載|発信|付|朝刊|夕刊|published|updated|posted/
/** These say what a text holds for, not when it was printed. */
const scope = /現在|時点|版|年度|施行|改訂|改正|以降|まで|から|発売|設立|生まれ/
const maxDatelineLength = 50
const maxAgencyLength = 12

/** A sentence as it is compared. */
export interface ComparableSentence {
  /** 53-bit hash of its folded letters and digits: strings to compare would cost more than all else. */
  key: number
  /** How many there are, UTF-16 code units. */
  length: number
}

/**
 * A text as sentences that can be compared: folded, without punctuation; white space and date lines (公開日：2023年4月1日,
 * 【東京 4月1日 共同】) left out.
 */
export function splitComparable(text: string): ComparableSentence[] {
  const folded = foldText(text.replace(leadingBracket, (bracket) => `${bracket}。`).replace(spacedEnd, '。'))
  const pieces = folded.split(/[。!?]+/).filter(Boolean)
  return pieces
    .filter((piece, i) => !isDateline(piece, { isFirst: i === 0, isLast: i === pieces.length - 1 }))
    .map(hashPiece)
    .filter(({ length }) => length > 0)
}

function hashPiece(piece: string): ComparableSentence {
  let [high, low, length] = [0x9e3779b9, 0x85ebca6b, 0]
  for (let at = 0; at < piece.length; at++) {
    const unit = piece.charCodeAt(at)
    if ((classes[unit] || classify(unit)) === goes && !isInsideNumber(piece, at)) continue
    high = Math.imul(high ^ unit, 0x01000193)
    low = Math.imul(low + unit, 0x5bd1e995)
    low ^= low >>> 15
    length++
  }
  return { key: (high >>> 0) * 2 ** 21 + (low >>> 11), length }
}

function isInsideNumber(piece: string, at: number): boolean {
  return keptBeforeDigit.includes(piece.charAt(at)) && /^\d$/.test(piece.charAt(at + 1))
}

const stays = 1
const goes = 2
/** By UTF-16 code unit; 0 is not known yet. A regular expression a character took most of the time. */
const classes = new Uint8Array(0x10000)

function classify(unit: number): number {
  const character = String.fromCharCode(unit)
  const isSurrogate = unit >= 0xd800 && unit <= 0xdfff
  const found = !isSurrogate && !kept.includes(character) && dropped.test(character) ? goes : stays
  classes[unit] = found
  return found
}

/** The date of printing, its time, the agency and the place, and nothing else, at an end of the text. */
function isDateline(piece: string, at: { isFirst: boolean; isLast: boolean }): boolean {
  if (piece.length > maxDatelineLength || !(at.isFirst || at.isLast) || scope.test(piece)) return false
  const rest = removeDates(piece)
  if (rest.length === piece.length) return false
  const isBracketed = /^[【[(〔]/.test(piece)
  const words = rest.replace(timeOfDay, '').replace(/[\p{P}\p{S}]/gu, '')
  if (words.length > maxAgencyLength) return false
  return publication.test(words) || (at.isFirst && (isBracketed || words === ''))
}

/** Takes whole dates (year, month, day) out of a folded text. */
export function removeDates(folded: string): string {
  return folded.replace(longDate, '')
}
