import type { CalendarDate } from '@shutten/text'
import type { Bound, FactNumber, FactNumbers } from './find-numbers.js'

/** `differs`: the source does not hold it. `loosened`: it does, with another bound (up to 30 % is not 30 %). */
export type NumberVerdict = 'agrees' | 'loosened' | 'differs'

/** Units that measure the same, each with what one of it is in the first. Counters (個, 枚, トークン) are of no such kind. */
const kinds: readonly Record<string, number>[] = [
  { 秒: 1, ms: 0.001, 分: 60, 時間: 3_600 },
  { 日: 1, 週間: 7 },
  { 年: 1, か月: 1 / 12 },
  { '%': 1 },
  { ドル: 1 },
  { 円: 1 },
  { 元: 1 },
  { ユーロ: 1 },
  { mb: 1, kb: 1e-3, gb: 1e3, tb: 1e6, pb: 1e9 },
  { m: 1, cm: 0.01, mm: 0.001, km: 1_000, メートル: 1, キロメートル: 1_000, センチメートル: 0.01 },
  { kg: 1, g: 0.001, キログラム: 1, グラム: 0.001 },
  { hz: 1, khz: 1e3, mhz: 1e6, ghz: 1e9 },
  { 度: 1, '°c': 1 },
  { 倍: 1 },
  { 世紀: 1 },
  { 歳: 1 },
  { ポイント: 1, 'percentage point': 1 },
  { gbps: 1, mbps: 1e-3 },
  { tops: 1 },
  { tflops: 1, テラフロップス: 1 },
]
/** What counts things: 個, パラメータ, トークン and their like stand for each other, so that only telling pairs differ. */
const telling = new Set('人 言語 語 層 次元 パラメータ トークン 社 位 回 件 種類'.split(' '))
const alike: readonly ReadonlySet<string>[] = [new Set(['語', '言語', 'word', '単語', '文字']), new Set(['回', '件'])]

function scaleOf(unit: string): { kind: number; factor: number } | null {
  const kind = kinds.findIndex((units) => unit in units)
  return kind < 0 ? null : { kind, factor: kinds[kind]?.[unit] ?? 1 }
}

/** The factor by which a number of the unit `a` becomes one of the unit `b`; null where they measure different things. */
function conversion(a: string | null, b: string | null): number | null {
  if (a === b || a === null || b === null) return 1
  const [from, to] = [scaleOf(a), scaleOf(b)]
  if (from && to) return from.kind === to.kind ? from.factor / to.factor : null
  if (from || to) return null
  if (telling.has(a) && telling.has(b) && !alike.some((set) => set.has(a) && set.has(b))) return null
  return 1
}

/** Do both units measure, or count, the same, so that two numbers of them can stand for each other? */
export function isSameMeasure(a: string | null, b: string | null): boolean {
  return conversion(a, b) !== null
}

const isClose = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b), 1e-12)

/** No rounding takes a number further away. */
const roundingShare = 0.05

/** 1,800億 for 1,750億: what is said to be about right is, to the digits that it gives. */
function isRounded(said: number, held: number): boolean {
  if (held === 0 || Math.abs(said - held) > roundingShare * Math.abs(held)) return false
  const digits = Math.max(1, said.toExponential().replace(/e.*$/, '').replace(/[^\d]/g, '').length)
  return isClose(Number(held.toPrecision(digits)), said)
}

const opposite = (a: Bound, b: Bound) => (a === 'at-least' && b === 'at-most') || (a === 'at-most' && b === 'at-least')
const isOneSided = (bound: Bound) => bound === 'at-least' || bound === 'at-most'
/** "More than 1,700億" of 1,750億 is true; of three times as much it speaks of something else. */
const nearlyFactor = 1.25

function compareOne(said: FactNumber, held: FactNumber): NumberVerdict {
  const factor = conversion(said.unit, held.unit)
  if (factor === null) return 'differs'
  const value = said.value * factor
  const isEqual = isClose(value, held.value)
  if (!isEqual) {
    if (said.bound === 'about' || held.bound === 'about')
      if (isRounded(value, held.value) || (said.bound === 'about' && isRounded(held.value, value))) return 'agrees'
    const isOver = held.value > value && held.value <= value * nearlyFactor
    const isUnder = held.value < value && held.value * nearlyFactor >= value
    if (
      (said.bound === 'at-least' && isOver && held.bound !== 'at-most') ||
      (said.bound === 'at-most' && isUnder && held.bound !== 'at-least')
    )
      return 'agrees'
    return 'differs'
  }
  if (opposite(said.bound, held.bound)) return 'differs'
  return isOneSided(said.bound) !== isOneSided(held.bound) ? 'loosened' : 'agrees'
}

const best = (verdicts: readonly NumberVerdict[]): NumberVerdict =>
  verdicts.includes('agrees') ? 'agrees' : verdicts.includes('loosened') ? 'loosened' : 'differs'

/** Is a number of an answer held among the numbers and years of a source? */
export function compareNumber(said: FactNumber, held: FactNumbers): NumberVerdict {
  if (isYear(said) && held.dates.some((date) => date.year === said.value)) return 'agrees'
  return best(held.numbers.map((one) => compareOne(said, one)))
}

/** Is a date of an answer held: each part that it gives, in one date of the source? */
export function compareDate(said: CalendarDate, held: FactNumbers): NumberVerdict {
  const agrees = held.dates.some((date) =>
    (['year', 'month', 'day'] as const).every((part) => said[part] === null || said[part] === date[part]),
  )
  if (agrees) return 'agrees'
  const isYearAlone = said.month === null && said.day === null
  return isYearAlone && held.numbers.some((one) => isYear(one) && one.value === said.year) ? 'agrees' : 'differs'
}

function isYear({ value, unit }: FactNumber): boolean {
  return Number.isInteger(value) && value >= 1000 && value < 2100 && (unit === null || unit === '年')
}
