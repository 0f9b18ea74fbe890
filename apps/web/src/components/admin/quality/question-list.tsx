import type { GoldenQuestion } from '@shutten/core'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { DeleteGolden } from './delete-golden'

/** Golden questions, each with what a right answer is and what the last measurement said. */
export function QuestionList({ questions }: { questions: readonly (GoldenQuestion & { isRight: boolean | null })[] }) {
  const t = useTranslations('admin.quality')
  const format = useFormatter()
  return (
    <ol className="mt-4 border-t-2 border-ink">
      {questions.map(({ id, question, expects, answers, kind, isEnabled, isRight, by, updatedAt, language }) => {
        const state = !isEnabled ? 'disabled' : isRight === null ? 'unmeasured' : isRight ? 'right' : 'wrong'
        return (
          <li key={id} data-golden={id} className="border-b border-rule py-3">
            <h2 className="text-lead leading-normal" lang={language ?? undefined}>
              <Link
                href={`/admin/quality/questions/${encodeURIComponent(id)}`}
                prefetch={false}
                className="underline-offset-4 hover:underline"
              >
                {question}
              </Link>
            </h2>
            <p className="flex flex-wrap gap-x-4 text-note text-ink-2">
              <strong className="text-ink">{t(`state.${state}`)}</strong>
              {kind ? <span>{kind}</span> : null}
              <span>
                {by} <time dateTime={updatedAt}>{format.dateTime(new Date(updatedAt), { dateStyle: 'medium' })}</time>
              </span>
            </p>
            <p className="line-clamp-2 text-small text-ink-2">
              {expects === 'refusal'
                ? t('mustRefuse')
                : expects === 'nothing'
                  ? t('notJudged')
                  : answers.map((group) => group[0]).join('・')}
            </p>
            <div className="-ms-2 flex flex-wrap gap-1">
              <Link
                href={`/admin/quality/questions/${encodeURIComponent(id)}`}
                prefetch={false}
                className="quiet-button"
                aria-label={t('editOf', { question })}
              >
                {t('edit')}
              </Link>
              <DeleteGolden id={id} question={question} />
            </div>
          </li>
        )
      })}
    </ol>
  )
}
