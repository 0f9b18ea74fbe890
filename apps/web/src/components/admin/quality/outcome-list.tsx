import type { QualityOutcome } from '@shutten/core'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { OutcomeChange } from '@/server/quality/compare-outcomes'
import { playgroundDefaults, playgroundHref } from '../playground/playground-settings'

/** What became of questions: each opens to what was expected, what was said with its citations, and what was found. */
export function OutcomeList(options: {
  outcomes: readonly { outcome: QualityOutcome; isWrong: boolean; change: OutcomeChange }[]
  /** The generation that was asked, where it can still be asked and does not serve. */
  generation: string | null
  /** Of the documents that should be found, by id, as far as they are there. */
  titles: Readonly<Record<string, string>>
}) {
  const t = useTranslations('admin.quality')
  return (
    <ol className="mt-4 border-t-2 border-ink">
      {options.outcomes.map(({ outcome, isWrong, change }) => (
        <li key={outcome.id} data-outcome={outcome.id} data-wrong={isWrong} className="border-b border-rule">
          <details className="group">
            <summary className="quality-outcome">
              <span className="min-w-0 flex-1">
                <span className="block text-lead leading-normal">{outcome.question}</span>
                <span className="flex flex-wrap gap-x-4 text-note text-ink-2">
                  <strong className="text-ink">{t(isWrong ? 'wrong' : 'right')}</strong>
                  {change === 'fell' || change === 'rose' ? <strong className="text-ink">{t(change)}</strong> : null}
                  <span>{outcome.kind}</span>
                  <span>{t(`status.${outcome.status ?? 'unasked'}`)}</span>
                  {outcome.measures['mrr@10'] ? (
                    <span>{outcome.rank === null ? t('notFound') : t('rank', { rank: outcome.rank })}</span>
                  ) : null}
                </span>
              </span>
            </summary>
            <Outcome outcome={outcome} generation={options.generation} titles={options.titles} />
          </details>
        </li>
      ))}
    </ol>
  )
}

function Outcome(options: {
  outcome: QualityOutcome
  generation: string | null
  titles: Readonly<Record<string, string>>
}) {
  const { outcome, generation, titles } = options
  const t = useTranslations('admin.quality')
  const format = useFormatter()
  const { question, expected, evidence, answer, citations, found, relevant = [], confidence, error } = outcome
  return (
    <div className="grid gap-x-10 gap-y-5 pb-5 lg:grid-cols-2">
      <div>
        <h3 className="text-small font-bold">{t('expected')}</h3>
        {expected === null ? (
          <p className="text-small">{t('mustRefuse')}</p>
        ) : expected === undefined ? (
          <p className="text-small">{t('notJudged')}</p>
        ) : (
          <ul className="text-small">
            {expected.map((group) => (
              <li key={group.join('|')}>{format.list(group, { type: 'disjunction' })}</li>
            ))}
          </ul>
        )}
        {evidence ? <blockquote className="admin-excerpt mt-2 text-small">{evidence}</blockquote> : null}
        {relevant.length > 0 ? (
          <p className="mt-2 text-note text-ink-2">
            {t('expectedDocument')} {format.list(relevant.map((id) => titles[id] ?? id))}
          </p>
        ) : null}
        {found.length > 0 ? (
          <>
            <h3 className="mt-4 text-small font-bold">{t('found')}</h3>
            <ol className="list-inside list-decimal text-small">
              {found.map(({ documentId, title }) => (
                <li key={documentId} className={relevant.includes(documentId) ? 'font-bold' : undefined}>
                  <Link href={`/documents/${documentId}`} prefetch={false} className="underline underline-offset-4">
                    {title}
                  </Link>
                </li>
              ))}
            </ol>
          </>
        ) : null}
      </div>
      <div>
        <h3 className="text-small font-bold">{t('told')}</h3>
        {error ? (
          <p className="text-small">
            <code className="font-mono text-note">{error.code}</code> {error.message}
          </p>
        ) : null}
        <p className="text-small whitespace-pre-line">{answer ?? t('answerGone')}</p>
        {confidence === null ? null : (
          <p className="text-note text-ink-2 tabular-nums">
            {t('confidence', { value: format.number(confidence, { style: 'percent' }) })}
          </p>
        )}
        {citations.map(({ number, documentId, title, quote }) => (
          <blockquote key={number} className="admin-excerpt mt-2 text-small">
            {quote}
            <cite className="block text-note text-ink-2 not-italic">
              [{number}]{' '}
              <Link href={`/documents/${documentId}`} prefetch={false} className="underline underline-offset-4">
                {title}
              </Link>
            </cite>
          </blockquote>
        ))}
        <p className="mt-3 flex flex-wrap gap-x-5 text-small">
          <Link
            href={playgroundHref({ query: question, a: { ...playgroundDefaults, generation }, b: null })}
            prefetch={false}
            aria-label={t('tryOf', { question })}
            className="inline-flex min-h-11 items-center underline underline-offset-4"
          >
            {t('try')}
          </Link>
          <Link
            href={`/admin/quality/questions/${encodeURIComponent(outcome.id)}`}
            prefetch={false}
            aria-label={t('editOf', { question })}
            className="inline-flex min-h-11 items-center underline underline-offset-4"
          >
            {t('edit')}
          </Link>
        </p>
      </div>
    </div>
  )
}
