import { type GatedFigure, gatedFigures, type QualityRun } from '@shutten/core'
import { useFormatter, useTranslations } from 'next-intl'
import { figureOf } from './figure-of'

const size = { width: 640, height: 200, left: 40, right: 12, top: 10, bottom: 24 }
/** Lines are told apart without colour. */
const dashes: Record<GatedFigure, string> = {
  correct: '',
  rightCitation: '7 4',
  refusalF1: '2 3',
  'mrr@10': '10 3 2 3',
}

/** The figures of the last runs, oldest first; the table of runs says the same in numbers. */
export function TrendChart({ runs }: { runs: readonly QualityRun[] }) {
  const t = useTranslations('admin.quality')
  const format = useFormatter()
  const told = runs.filter(({ report }) => report !== null)
  if (told.length < 2) return <p className="mt-4 text-small text-ink-2">{t('noTrend')}</p>
  const values = told.flatMap(({ report }) =>
    gatedFigures.flatMap((figure) => (report ? (figureOf(report, figure) ?? []) : [])),
  )
  // From a whole tenth below the least, so that small changes show.
  const least = Math.max(0, Math.floor(Math.min(...values, 0.9) * 10) / 10)
  const x = (i: number) => size.left + (i / (told.length - 1)) * (size.width - size.left - size.right)
  const y = (value: number) => size.top + ((1 - value) / (1 - least)) * (size.height - size.top - size.bottom)
  const ticks = [least, (least + 1) / 2, 1]
  return (
    <figure className="mt-4">
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        className="quality-trend"
        role="img"
        aria-label={t('trendOf', { count: told.length })}
      >
        {ticks.map((tick) => (
          <g key={tick}>
            <line x1={size.left} x2={size.width - size.right} y1={y(tick)} y2={y(tick)} className="quality-grid" />
            <text x={size.left - 6} y={y(tick) + 4} textAnchor="end">
              {format.number(tick, { style: 'percent' })}
            </text>
          </g>
        ))}
        {gatedFigures.map((figure) => (
          <polyline
            key={figure}
            strokeDasharray={dashes[figure]}
            points={told
              .flatMap(({ report }, i) => {
                const value = report && figureOf(report, figure)
                return value === null ? [] : [`${x(i).toFixed(1)},${y(value).toFixed(1)}`]
              })
              .join(' ')}
          />
        ))}
      </svg>
      <figcaption className="flex flex-wrap gap-x-5 text-note text-ink-2">
        {gatedFigures.map((figure) => (
          <span key={figure} className="inline-flex items-center gap-2">
            <svg width="28" height="8" aria-hidden="true" className="quality-trend-key">
              <line x1="0" x2="28" y1="4" y2="4" strokeDasharray={dashes[figure]} />
            </svg>
            {t(`figure.${figure}`)}
          </span>
        ))}
      </figcaption>
    </figure>
  )
}
