import { isShuttenError } from '@shutten/core'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { QuestionLinks } from '@/components/admin/answers/question-links'
import { GapDecisions } from '@/components/admin/gaps/gap-decisions'
import { GapEvidence } from '@/components/admin/gaps/gap-evidence'
import { gapHref, gapsHref, readGapsFilter } from '@/components/admin/gaps/gaps-href'
import { StillGrouping } from '@/components/admin/gaps/still-grouping'
import { startOf } from '@/components/admin/overview/period'
import { requirePrincipal } from '@/server/auth/require-principal'
import { getServer } from '@/server/get-server'

/** How long questions that are new here may be embedded before the page is shown, milliseconds. */
const patienceMs = 300

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('gaps.title') }
}

/** One gap: its questions, what is missing, what the sources hold that is nearest, and what an editor does about it. */
export default async function GapPage(props: {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const [{ id }, asked] = await Promise.all([props.params, props.searchParams])
  const { period } = readGapsFilter(asked)
  await requirePrincipal(gapHref({ id, period }))
  const [server, t, answers, format] = await Promise.all([
    getServer(),
    getTranslations('admin.gaps'),
    getTranslations('admin.answers'),
    getFormatter(),
  ])
  const gap = await server.gaps.get({ id, from: startOf(period, Date.now()), patienceMs }).catch((error: unknown) => {
    if (isShuttenError(error) && error.code === 'GAP_NOT_FOUND') notFound()
    throw error
  })
  const date = (at: string) => format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' })
  const marked = gap.questions.find(({ mark, isOpen }) => mark && !isOpen)?.mark
  return (
    <>
      <p className="mb-4 text-small">
        <Link
          href={gapsHref({ period, state: 'open', page: 1 })}
          prefetch={false}
          className="text-ink-2 underline underline-offset-4"
        >
          {t('back')}
        </Link>
      </p>
      <h1 className="text-title">{gap.question}</h1>
      <p className="flex flex-wrap gap-x-4 text-small text-ink-2 tabular-nums">
        <strong className="text-ink">{t(`state.${gap.state}`)}</strong>
        <span>{t('times', { count: gap.times })}</span>
        {gap.refused > 0 ? <span>{t('refused', { count: gap.refused })}</span> : null}
        {gap.judgedBad > 0 ? <span>{t('judgedBad', { count: gap.judgedBad })}</span> : null}
      </p>
      {gap.isWhole ? null : <StillGrouping period={period} href={gapHref({ id, period })} />}
      {marked && gap.state !== 'open' ? (
        <p className="text-small">
          {t(marked.isSolved ? 'solvedBy' : 'dismissedBy', {
            by: marked.by,
            at: date(marked.at),
            reason: marked.reason ?? '',
          })}
        </p>
      ) : null}
      <GapDecisions id={gap.id} state={gap.state} period={period} />
      <Suspense
        fallback={
          <p role="status" className="mt-8 text-small">
            {t('looking')}
          </p>
        }
      >
        <GapEvidence question={gap.question} />
      </Suspense>
      <section aria-labelledby="questions-title" className="mt-10">
        <h2 id="questions-title" className="text-entry">
          {t('questions')}
        </h2>
        <ul className="mt-2 border-t border-rule">
          {gap.questions.map(({ hash, question, times, lastAt, reason, badAnswer, feedbackId }) => (
            <li key={hash} className="border-b border-rule py-3">
              <p className="text-small font-bold">
                {question} <span className="font-normal tabular-nums">×{format.number(times)}</span>
              </p>
              <p className="flex flex-wrap gap-x-4 text-note text-ink-2">
                <time dateTime={lastAt}>{t('lastAt', { at: date(lastAt) })}</time>
                {reason ? <span>{answers(`reason.${reason as 'policy'}`)}</span> : null}
              </p>
              {badAnswer ? <p className="line-clamp-2 text-small text-ink-2">{badAnswer}</p> : null}
              <p className="flex flex-wrap gap-x-5 text-small">
                <QuestionLinks question={question} />
                {feedbackId ? (
                  <Link
                    href={`/admin/feedback/${feedbackId}`}
                    prefetch={false}
                    aria-label={t('feedbackOf', { question })}
                    className="inline-flex min-h-11 items-center underline underline-offset-4"
                  >
                    {t('feedback')}
                  </Link>
                ) : null}
              </p>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
