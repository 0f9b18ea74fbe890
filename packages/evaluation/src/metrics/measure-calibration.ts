import type { Interval } from './bootstrap-interval.js'
import { wilsonInterval } from './wilson-interval.js'

export interface CalibrationBin {
  /** Confidences of this bin: low <= confidence < high; the last one holds 1 too. */
  low: number
  high: number
  count: number
  /** Means over the bin; null when it is empty. */
  confidence: number | null
  correct: number | null
  /** 95 % of `correct`. */
  interval: Interval | null
}

/** How far stated confidence and share of right answers agree. */
export interface Calibration {
  /** Answers that were judged and stated a confidence. */
  count: number
  /** Expected calibration error: |confidence - correct| of the bins, weighted by their counts. 0 is best. */
  ece: number
  /** Brier score: mean square of confidence - correct. 0 is best. */
  brier: number
  bins: CalibrationBin[]
}

/**
 * Reliability by bins of equal width.
 * Source: Naeini, Cooper and Hauskrecht, "Obtaining Well Calibrated Probabilities Using Bayesian Binning", AAAI 2015
 * (ECE); Brier, "Verification of forecasts expressed in terms of probability", 1950. Null without judgements.
 */
export function measureCalibration(options: {
  judgements: readonly { confidence: number; correct: boolean }[]
  bins?: number
}): Calibration | null {
  const { judgements, bins = 10 } = options
  if (judgements.length === 0) return null
  const groups: { confidence: number; correct: boolean }[][] = Array.from({ length: bins }, () => [])
  for (const judgement of judgements)
    groups[Math.min(bins - 1, Math.max(0, Math.floor(judgement.confidence * bins)))]?.push(judgement)
  let ece = 0
  const made = groups.map((group, index): CalibrationBin => {
    const count = group.length
    const right = group.filter(({ correct }) => correct).length
    const confidence = count === 0 ? null : group.reduce((sum, judgement) => sum + judgement.confidence, 0) / count
    const correct = count === 0 ? null : right / count
    if (confidence !== null && correct !== null) ece += (count / judgements.length) * Math.abs(confidence - correct)
    return {
      low: index / bins,
      high: (index + 1) / bins,
      count,
      confidence,
      correct,
      interval: wilsonInterval({ successes: right, count }),
    }
  })
  const brier = judgements.reduce((sum, { confidence, correct }) => sum + (confidence - Number(correct)) ** 2, 0)
  return { count: judgements.length, ece, brier: brier / judgements.length, bins: made }
}
