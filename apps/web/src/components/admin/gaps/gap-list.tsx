import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { Gap } from '@/server/gaps/create-gaps'
import type { Period } from '../overview/period'
import { gapHref } from './gaps-href'

/** Questions of a group that the list names; its page names all. */
const named = 3

/** Gaps, the biggest first, each with the questions that it is made of. */
export function GapList({ gaps, period }: { gaps: readonly Gap[]; period: Period }) {
  const t = useTranslations('admin.gaps')
  const format = useFormatter()
  return (
    <ol className="mt-4 border-t-2 border-ink">
      {gaps.map(({ id, question, questions, times, refused, judgedBad, lastAt }) => (
        <li key={id} data-gap={id} className="border-b border-rule py-4">
          <h2 className="text-lead leading-normal">
            <Link href={gapHref({ id, period })} prefetch={false} className="underline-offset-4 hover:underline">
              {question}
            </Link>
          </h2>
          <p className="flex flex-wrap gap-x-4 text-note text-ink-2 tabular-nums">
            <strong className="text-ink">{t('times', { count: times })}</strong>
            {refused > 0 ? <span>{t('refused', { count: refused })}</span> : null}
            {judgedBad > 0 ? <span>{t('judgedBad', { count: judgedBad })}</span> : null}
            <time dateTime={lastAt}>
              {t('lastAt', { at: format.dateTime(new Date(lastAt), { dateStyle: 'medium', timeStyle: 'short' }) })}
            </time>
          </p>
          {questions.length > 1 ? (
            <ul className="mt-1 text-small text-ink-2">
              {questions.slice(1, named + 1).map((one) => (
                <li key={one.hash}>
                  {one.question} <span className="tabular-nums">×{format.number(one.times)}</span>
                </li>
              ))}
              {questions.length > named + 1 ? <li>{t('more', { count: questions.length - named - 1 })}</li> : null}
            </ul>
          ) : null}
          <p className="text-small">
            <Link
              href={gapHref({ id, period })}
              prefetch={false}
              aria-label={t('openOf', { question })}
              className="inline-flex min-h-11 items-center underline underline-offset-4"
            >
              {t('open')}
            </Link>
          </p>
        </li>
      ))}
    </ol>
  )
}
