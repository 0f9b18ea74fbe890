import type { LoggedAnswer } from '@shutten/core'
import { useFormatter, useTranslations } from 'next-intl'
import { QuestionLinks } from './question-links'

/** What readers asked and were told, newest first; each question can be tried in the playground. */
export function AnswerList({ answers }: { answers: readonly LoggedAnswer[] }) {
  const t = useTranslations('admin.answers')
  const format = useFormatter()
  return (
    <ol className="mt-4 border-t-2 border-ink">
      {answers.map(({ turnId, question, askedAt, status, reason, confidence, citations, milliseconds, beginning }) => (
        <li key={turnId} data-answer={turnId} className="border-b border-rule py-3">
          <h2 className="text-lead leading-normal">{question}</h2>
          <p className="flex flex-wrap gap-x-4 text-note text-ink-2 tabular-nums">
            <strong className="text-ink">{t(status)}</strong>
            {reason ? (
              <span>{t(`reason.${reason as 'policy'}`)}</span>
            ) : (
              <span>{t('citations', { count: citations })}</span>
            )}
            <span>{t('confidence', { value: format.number(confidence, { style: 'percent' }) })}</span>
            {milliseconds === null ? null : (
              <span>
                {t('seconds', {
                  seconds: format.number(milliseconds / 1_000, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
                })}
              </span>
            )}
            <time dateTime={askedAt}>
              {format.dateTime(new Date(askedAt), { dateStyle: 'medium', timeStyle: 'short' })}
            </time>
          </p>
          <p className="line-clamp-2 text-small text-ink-2">{beginning}</p>
          <p className="flex flex-wrap gap-x-5 text-small">
            <QuestionLinks question={question} />
          </p>
        </li>
      ))}
    </ol>
  )
}
