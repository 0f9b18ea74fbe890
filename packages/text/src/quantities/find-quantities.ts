import { normalizeWithMap } from '../normalization/normalize-with-map.js'
import type { TextSpan } from '../spans/text-span.js'

/** A number with what it counts. `text` is the slice of the source, number and unit. */
export interface Quantity extends TextSpan {
  value: number
  unit: string | null
  text: string
}

const multipliers: Record<string, number> = { 万: 1e4, 億: 1e8, 兆: 1e12, million: 1e6, billion: 1e9, trillion: 1e12 }
const pattern =
  /(?<![a-z0-9.-])(\d[\d,]*(?:\.\d+)?)\s?(万|億|兆|million|billion|trillion)?\s?(年|世紀|時間|人|個|枚|語|%|パーセント|ドル)?/gu

/** The numbers of a text, with Japanese and English multipliers worked out. */
export function findQuantities(text: string): Quantity[] {
  const normalized = normalizeWithMap(text)
  return [...normalized.text.matchAll(pattern)].map((match) => {
    const length = match[0].trimEnd().length
    const span = normalized.sourceSpan(match.index, match.index + length)
    const unit = match[3] === 'パーセント' ? '%' : (match[3] ?? null)
    const value = Number(match[1]?.replaceAll(',', '')) * (multipliers[match[2] ?? ''] ?? 1)
    return { value, unit, text: text.slice(span.start, span.end), ...span }
  })
}
