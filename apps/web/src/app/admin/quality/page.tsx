import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { HeldGeneration } from '@/components/admin/quality/held-generation'
import { MeasureNow } from '@/components/admin/quality/measure-now'
import { PolicyForm } from '@/components/admin/quality/policy-form'
import { QualityFiguresView } from '@/components/admin/quality/quality-figures'
import { RunsTable } from '@/components/admin/quality/runs-table'
import { TrendChart } from '@/components/admin/quality/trend-chart'
import { requirePrincipal } from '@/server/auth/require-principal'
import { getServer } from '@/server/get-server'

const runsShown = 25

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('quality.title') }
}

/** What the golden questions come to, over time; what is held back; and when they are put by themselves. */
export default async function QualityPage() {
  const { role } = await requirePrincipal('/admin/quality')
  const [{ quality }, t] = await Promise.all([getServer(), getTranslations('admin.quality')])
  const [{ runs }, served, candidates, policy, counts] = await Promise.all([
    quality.runs.list({ limit: runsShown }),
    quality.runs.list({ limit: runsShown, served: true }),
    quality.candidates.list(),
    quality.getPolicy(),
    quality.questions.count(),
  ])
  const [last, before] = served.runs
  return (
    <>
      <h1 className="text-title">{t('title')}</h1>
      <p className="mt-1 max-w-measure text-small text-ink-2">{t('lead')}</p>
      {candidates
        .filter(({ held, acceptedBy }) => held !== null && acceptedBy === null)
        .map((candidate) => (
          <HeldGeneration key={candidate.generationId} candidate={candidate} canDecide={role === 'admin'} />
        ))}
      <div className="mt-6 flex flex-wrap items-start gap-x-6 gap-y-3">
        <MeasureNow questions={counts.enabled} />
        <Link href="/admin/quality/questions" prefetch={false} className="button">
          {t('questionsLink', { count: counts.enabled })}
        </Link>
      </div>
      {counts.all === 0 ? <p className="mt-4 max-w-measure text-small">{t('noQuestions')}</p> : null}
      {last?.report ? (
        <section aria-labelledby="last-title" className="mt-10">
          <h2 id="last-title" className="text-entry">
            {t('last')}
          </h2>
          <div className="mt-3">
            <QualityFiguresView now={last.report} before={before?.report ?? null} />
          </div>
          <TrendChart runs={[...served.runs].reverse()} />
        </section>
      ) : (
        <p className="mt-8 text-small text-ink-2">{t('never')}</p>
      )}
      {runs.length > 0 ? (
        <div className="mt-12">
          <h2 className="mb-2 text-entry">{t('runs')}</h2>
          <RunsTable runs={runs} />
        </div>
      ) : null}
      <section aria-labelledby="policy-title" className="mt-12 max-w-measure">
        <h2 id="policy-title" className="text-entry">
          {t('policy')}
        </h2>
        <p className="mt-1 text-small text-ink-2">{t('policyLead')}</p>
        <PolicyForm key={JSON.stringify(policy)} policy={policy} canChange={role === 'admin'} />
      </section>
    </>
  )
}
