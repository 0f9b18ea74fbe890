import { type CalendarDate, findDates, findQuantities } from '@shutten/text'
import type { AnalyzedQuestion } from '../question/analyze-question.js'

/** One side of a comparison, and the words of its source that say how much it is, or when it was. */
export interface MeasuredSide {
  name: string
  words: string
}

const which = /どちら|どっち|\bwhich\b/i
const earlier = /先|早|古|\b(first|earlier|older)\b/i
const later = /(?:後|あと)(?:です|でし|だ|に|の|は|[？?])|新し|遅く|\b(later|newer)\b/i
const more =
  /多|大き|高[いくか]|長[いくか]|広[いくか]|速[いくか]|重[いくか]|深[いくか]|\b(more|larger|bigger|longer|faster|higher|heavier)\b/i
const less =
  /少な|小さ|低[いくか]|短[いくか]|狭[いくか]|軽[いくか]|浅[いくか]|安[いくか]|\b(fewer|less|smaller|shorter|lower|lighter|cheaper)\b/i

/**
 * Which of two sides a comparison asks for, where what the sources say of each is one date, or one number of the same
 * unit; null where it does not ask that, or where they leave it open.
 */
export function decideComparison(options: {
  question: AnalyzedQuestion
  sides: readonly [MeasuredSide, MeasuredSide]
}): MeasuredSide | null {
  const { question, sides } = options
  const { text } = question
  if (question.kind !== 'comparison' || !which.test(text)) return null
  const [first, second] = sides
  const byDate = compareDates(first.words, second.words)
  const wanted = (low: RegExp, high: RegExp) =>
    low.test(text) === high.test(text) ? null : low.test(text) ? 'low' : 'high'
  const end = byDate === null ? wanted(less, more) : wanted(earlier, later)
  const order = byDate ?? compareQuantities(first.words, second.words)
  if (!end || !order) return null
  return order < 0 === (end === 'low') ? first : second
}

/** Below zero where the first is earlier. Null where either says no date or several, or they tell too little. */
function compareDates(first: string, second: string): number | null {
  const [a, b] = [findDates(first), findDates(second)]
  const [one, other] = [a[0], b[0]]
  if (!one || !other || a.length > 1 || b.length > 1) return null
  for (const part of ['year', 'month', 'day'] satisfies (keyof CalendarDate)[]) {
    const [x, y] = [one[part], other[part]]
    if (x === null || y === null) return null
    if (x !== y) return x - y
  }
  return null
}

function compareQuantities(first: string, second: string): number | null {
  const [a, b] = [findQuantities(first), findQuantities(second)]
  const [one, other] = [a[0], b[0]]
  if (!one || !other || a.length > 1 || b.length > 1 || one.unit !== other.unit) return null
  return one.value - other.value || null
}
