import {
  type GatedFigure,
  gatedFigures,
  type QualityFigures,
  type QualityPolicy,
  type QualityShortfall,
} from '@shutten/core'

/** What rounding makes of two runs of the same outcomes is no fall. */
const tolerance = 1e-9

/**
 * What keeps a generation from being switched to: figures below the least of the policy, and those that fell too far. A
 * figure that nothing could be measured for keeps nothing back.
 *
 * @param options.compared figures of this run and the one before, on the questions that both have; null without such a run
 */
export function judgeQuality(options: {
  policy: Pick<QualityPolicy, 'least' | 'mostFall'>
  figures: QualityFigures
  compared: { now: QualityFigures; before: QualityFigures } | null
}): QualityShortfall[] {
  const { policy, figures, compared } = options
  return gatedFigures.flatMap((figure): QualityShortfall[] => {
    const value = getFigure(figures, figure)
    const least = policy.least[figure]
    const shortfalls: QualityShortfall[] = []
    if (value !== null && least !== null && value < least - tolerance)
      shortfalls.push({ figure, rule: 'least', value, limit: least })
    const most = policy.mostFall[figure]
    const now = compared && getFigure(compared.now, figure)
    const before = compared && getFigure(compared.before, figure)
    if (now !== null && before !== null && most !== null && now < before - most - tolerance)
      shortfalls.push({ figure, rule: 'fall', value: now, limit: Math.max(0, before - most), before })
    return shortfalls
  })
}

/** A figure by its name. */
export function getFigure(figures: QualityFigures, figure: GatedFigure): number | null {
  return figure === 'refusalF1' ? figures.refusal.f1 : figures[figure]
}
