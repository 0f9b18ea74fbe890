import { type GatedFigure, gatedFigures, type QualityFigures } from '@shutten/core'
import { useFormatter, useTranslations } from 'next-intl'
import { figureOf } from './figure-of'

/** The four figures of a run, each with its change against the run before. */
export function QualityFiguresView({ now, before }: { now: QualityFigures; before: QualityFigures | null }) {
  const t = useTranslations('admin.quality')
  return (
    <dl className="overview-figures">
      {gatedFigures.map((figure) => (
        <div key={figure} className="overview-figure">
          <dt>{t(`figure.${figure}`)}</dt>
          <dd>
            <Share value={figureOf(now, figure)} />
            <span className="block text-note text-ink-2">
              <Change now={now} before={before} figure={figure} />
            </span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

export function Share({ value }: { value: number | null }) {
  const format = useFormatter()
  return <>{value === null ? '—' : format.number(value, { style: 'percent', maximumFractionDigits: 1 })}</>
}

/** In points of a hundred, with a word for readers that see no sign. */
export function Change(options: { now: QualityFigures; before: QualityFigures | null; figure: GatedFigure }) {
  const { now, before, figure } = options
  const t = useTranslations('admin.quality')
  const format = useFormatter()
  const [value, old] = [figureOf(now, figure), before && figureOf(before, figure)]
  if (value === null || old === null) return null
  const points = Math.round((value - old) * 1_000) / 10
  if (points === 0) return <>{t('unchanged')}</>
  return (
    <>
      <span aria-hidden="true">{points > 0 ? '▲' : '▼'} </span>
      {t(points > 0 ? 'up' : 'down', { points: format.number(Math.abs(points), { maximumFractionDigits: 1 }) })}
    </>
  )
}
