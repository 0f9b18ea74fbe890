import type { GatedFigure, QualityFigures } from '@shutten/core'

/** A figure by its name, 0 to 1; null where nothing could be measured. */
export function figureOf(figures: QualityFigures, figure: GatedFigure): number | null {
  return figure === 'refusalF1' ? figures.refusal.f1 : figures[figure]
}
