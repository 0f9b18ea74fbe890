import type { Feedback } from '@shutten/core'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'

/** What readers said, newest first, each with the question and the answer it was said of. */
export function FeedbackList({ feedback }: { feedback: readonly Feedback[] }) {
  const t = useTranslations('admin.feedback')
  const reasons = useTranslations('feedback')
  const format = useFormatter()
  return (
    <ol className="mt-6 border-t-2 border-ink">
      {feedback.map((given) => {
        const cited = [...given.answer.citations, ...(given.answer.refusal?.nearest ?? [])].find(
          ({ number }) => number === given.citation,
        )
        return (
          <li key={given.id} className="border-b border-rule py-4">
            <p className="flex flex-wrap items-baseline gap-x-3 text-note text-ink-2">
              <strong className="byline-label text-ink">
                {given.reason ? reasons(`reason.${given.reason}`) : reasons('good')}
              </strong>
              <span>{given.citation === null ? t('ofAnswer') : t('ofCitation', { number: given.citation })}</span>
              <time dateTime={given.updatedAt} className="ms-auto">
                {format.dateTime(new Date(given.updatedAt), { dateStyle: 'medium', timeStyle: 'short' })}
              </time>
            </p>
            <h2 className="mt-2 text-lead">{given.question}</h2>
            <p className="line-clamp-3 text-small text-ink-2" lang={given.answer.language}>
              {given.answer.answer}
            </p>
            {cited ? (
              <blockquote className="mt-2 border-s-2 border-rule ps-3 text-small">
                {cited.quote}
                <cite className="block text-note text-ink-2 not-italic">{cited.title}</cite>
              </blockquote>
            ) : null}
            {given.comment ? (
              <p className="mt-2 text-small whitespace-pre-line">
                <span className="me-2 text-note text-ink-2">{t('comment')}</span>
                {given.comment}
              </p>
            ) : null}
            <p className="mt-2 text-small">
              <Link
                href={`/admin/feedback/${given.id}`}
                prefetch={false}
                aria-label={t('openOf', { question: given.question })}
                className="underline underline-offset-4"
              >
                {t('open')}
              </Link>
            </p>
          </li>
        )
      })}
    </ol>
  )
}
