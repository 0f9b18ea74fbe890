import { gatedFigures, type QualityRun } from '@shutten/core'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { figureOf } from './figure-of'
import { Share } from './quality-figures'

/** Measurements, newest first. */
export function RunsTable({ runs }: { runs: readonly QualityRun[] }) {
  const t = useTranslations('admin.quality')
  const format = useFormatter()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the page is scrolled with the keyboard
    <section className="playground-scroll" tabIndex={0} aria-label={t('runs')}>
      <table className="playground-table tabular-nums">
        <caption className="sr-only">{t('runs')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('when')}</th>
            <th scope="col">{t('questions')}</th>
            {gatedFigures.map((figure) => (
              <th key={figure} scope="col">
                {t(`figure.${figure}`)}
              </th>
            ))}
            <th scope="col">{t('purpose')}</th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={run.id} data-run={run.id}>
              <th scope="row">
                <Link
                  href={`/admin/quality/runs/${run.id}`}
                  prefetch={false}
                  className="-my-2.5 inline-flex min-h-11 items-center underline underline-offset-4"
                >
                  <time dateTime={run.startedAt}>
                    {format.dateTime(new Date(run.startedAt), { dateStyle: 'medium', timeStyle: 'short' })}
                  </time>
                </Link>
              </th>
              <td>{format.number(run.questions)}</td>
              {gatedFigures.map((figure) => (
                <td key={figure}>
                  <Share value={run.report && figureOf(run.report, figure)} />
                </td>
              ))}
              <td>
                {t(`purposes.${run.purpose}`)}
                {run.verdict
                  ? `・${t(run.verdict.passes ? 'passed' : run.verdict.isAccepted ? 'accepted' : 'heldBack')}`
                  : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
