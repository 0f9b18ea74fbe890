import { recallCuts } from '../../metrics/metric-name.js'
import { formatScore } from '../../report/format-score.js'
import type { EvaluationReport } from '../../report/report.js'
import { type CurvePoint, renderRecallCurve } from '../charts/recall-curve.js'
import { formatInterval } from '../format.js'
import type { Markup } from '../markup.js'
import { renderFigure, renderTable } from './section.js'

/** Recall by depth; null where nothing was searched for. */
export function renderRetrieval(options: { report: EvaluationReport; before: EvaluationReport | null }): Markup | null {
  const points = takePoints(options.report)
  if (points.length === 0) return null
  const before = options.before ? takePoints(options.before) : []
  return renderFigure({
    id: 'recall',
    title: { ja: '再現率と深さ', en: 'Recall by depth' },
    note: {
      ja: `上位 k 件に正しい文書がある問いの割合。帯は 95 % 区間。${before.length > 0 ? '白丸と破線は以前の実行。' : ''}`,
      en: `Share of questions with a right document among the first k; the band is the 95 % interval.${before.length > 0 ? ' Hollow and dashed: the earlier run.' : ''}`,
    },
    plot: renderRecallCurve({ points, before, labelledBy: 'recall' }),
    table: renderTable({
      head: ['k', { ja: '再現率', en: 'Recall' }, '95 %'],
      rows: points.map(({ k, value, interval }) => [String(k), formatScore(value), formatInterval(interval)]),
    }),
  })
}

function takePoints({ retrieval, intervals }: EvaluationReport): CurvePoint[] {
  return recallCuts.flatMap((k) => {
    const value = retrieval[`recall@${k}`]
    return value === null ? [] : [{ k, value, interval: intervals[`recall@${k}`] ?? null }]
  })
}
