import { percentile } from '../../metrics/percentile.js'
import type { EvaluationReport } from '../../report/report.js'
import { renderLatencyHistogram } from '../charts/latency-histogram.js'
import { formatDuration } from '../format.js'
import type { Label } from '../label.js'
import type { Markup } from '../markup.js'
import { renderFigure, renderTable } from './section.js'

const stages: ['search' | 'ask', Label][] = [
  ['search', { ja: '検索の時間', en: 'Time to search' }],
  ['ask', { ja: '回答の時間', en: 'Time to answer' }],
]
const shares = [0, 0.25, 0.5, 0.75, 0.95, 0.99, 1]

/** How long searching and asking took. */
export function renderLatency({ perQuestion }: EvaluationReport): Markup[] {
  return stages.flatMap(([stage, title]) => {
    const times = perQuestion.map(({ timings }) => timings[stage]).filter((time) => time !== null)
    if (times.length === 0) return []
    const at = (p: number) => formatDuration(percentile(times, p) ?? 0)
    return [
      renderFigure({
        id: `latency-${stage}`,
        title,
        note: {
          ja: `${times.length} 件、一人が順に尋ねたとき。実線は中央値 ${at(0.5)}、破線は 95 % 点 ${at(0.95)}。目盛りは対数。`,
          en: `${times.length} questions, one after another. Solid: median, ${at(0.5)}; dashed: 95th percentile, ${at(0.95)}. Logarithmic.`,
        },
        plot: renderLatencyHistogram({ times, labelledBy: `latency-${stage}` }),
        table: renderTable({
          head: [
            { ja: '百分位', en: 'Percentile' },
            { ja: '時間', en: 'Time' },
          ],
          rows: shares.map((p) => [`${100 * p} %`, at(p)]),
        }),
      }),
    ]
  })
}
