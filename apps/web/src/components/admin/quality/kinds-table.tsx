import { gatedFigures, type QualityReport } from '@shutten/core'
import { useFormatter, useTranslations } from 'next-intl'
import { figureOf } from './figure-of'
import { Change, Share } from './quality-figures'

/** The figures of a run by kind of question, with their changes. */
export function KindsTable({ report, before }: { report: QualityReport; before: QualityReport | null }) {
  const t = useTranslations('admin.quality')
  const format = useFormatter()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the page is scrolled with the keyboard
    <section className="playground-scroll" tabIndex={0} aria-label={t('byKind')}>
      <table className="playground-table tabular-nums">
        <caption className="sr-only">{t('byKind')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('kind')}</th>
            <th scope="col">{t('questions')}</th>
            {gatedFigures.map((figure) => (
              <th key={figure} scope="col">
                {t(`figure.${figure}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Object.entries(report.byKind).map(([kind, figures]) => (
            <tr key={kind}>
              <th scope="row">{kind}</th>
              <td>{format.number(figures.questions)}</td>
              {gatedFigures.map((figure) => (
                <td key={figure}>
                  <Share value={figureOf(figures, figure)} />
                  <span className="block text-note text-ink-2">
                    <Change now={figures} before={before?.byKind[kind] ?? null} figure={figure} />
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
