import { formatScore } from '../../report/format-score.js'
import type { EvaluationReport } from '../../report/report.js'
import { renderReliabilityDiagram } from '../charts/reliability-diagram.js'
import { formatInterval } from '../format.js'
import type { Markup } from '../markup.js'
import { renderFigure, renderTable } from './section.js'

/** Stated confidence against right answers; null where nothing was answered. */
export function renderCalibration({ calibration }: EvaluationReport): Markup | null {
  if (!calibration) return null
  const { ece, brier, count, bins } = calibration
  return renderFigure({
    id: 'calibration',
    title: { ja: '確信度の当たり具合', en: 'Reliability of the confidence' },
    note: {
      ja: `横は述べた確信度、縦は実際の正答率。対角線上なら確信度どおり。回答 ${count} 件、ECE ${formatScore(ece)}、ブライアスコア ${formatScore(brier)}。線は Wilson の 95 % 区間、丸の面積は件数。`,
      en: `Stated confidence across, share of right answers up; on the diagonal both agree. ${count} answers, expected calibration error ${formatScore(ece)}, Brier score ${formatScore(brier)}. Lines are 95 % Wilson intervals, areas go by count.`,
    },
    plot: renderReliabilityDiagram({ bins, labelledBy: 'calibration' }),
    table: renderTable({
      head: [
        { ja: '確信度', en: 'Confidence' },
        { ja: '件数', en: 'Answers' },
        { ja: '平均', en: 'Mean' },
        { ja: '正答率', en: 'Correct' },
        '95 %',
      ],
      rows: bins
        .filter((bin) => bin.count > 0)
        .map((bin) => [
          `${bin.low.toFixed(1)} – ${bin.high.toFixed(1)}`,
          String(bin.count),
          formatScore(bin.confidence),
          formatScore(bin.correct),
          formatInterval(bin.interval),
        ]),
    }),
  })
}
