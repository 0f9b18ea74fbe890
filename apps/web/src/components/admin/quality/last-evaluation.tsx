import type { QualityRun } from '@shutten/core'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { QualityFiguresView } from './quality-figures'

/** The last measurement with its change, for the overview. */
export function LastEvaluation({ runs }: { runs: readonly QualityRun[] }) {
  const t = useTranslations('admin.quality')
  const format = useFormatter()
  const [last, before] = runs
  return (
    <section aria-labelledby="evaluation-title" className="mt-14">
      <div className="mb-2 flex flex-wrap items-baseline gap-4">
        <h2 id="evaluation-title" className="text-entry">
          {t('last')}
        </h2>
        <Link href="/admin/quality" prefetch={false} className="text-small underline underline-offset-4">
          {t('all')}
        </Link>
      </div>
      {last?.report ? (
        <>
          <p className="text-small text-ink-2">
            {t('lastText', {
              at: format.dateTime(new Date(last.startedAt), { dateStyle: 'long', timeStyle: 'short' }),
              questions: last.questions,
            })}
          </p>
          <div className="mt-3">
            <QualityFiguresView now={last.report} before={before?.report ?? null} />
          </div>
        </>
      ) : (
        <p className="text-small text-ink-2">{t('never')}</p>
      )}
    </section>
  )
}
