import type { AnswerSummary } from '@shutten/core'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { answersHref } from '../answers/answers-href'
import { Figure } from './figure'
import { type Period, periods } from './period'

/** How readers' questions went in a period. */
export function AnswerFigures({ summary, period }: { summary: AnswerSummary; period: Period }) {
  const t = useTranslations('admin.overviewPage')
  const format = useFormatter()
  const { answered, refused, asides, cached, latency, inputTokens, outputTokens, cost } = summary
  const asked = answered + refused
  const share = (count: number) =>
    asked > 0 ? format.number(count / asked, { style: 'percent', maximumFractionDigits: 1 }) : null
  const seconds = (ms: number) =>
    t('seconds', { seconds: format.number(ms / 1_000, { minimumFractionDigits: 1, maximumFractionDigits: 1 }) })
  return (
    <section aria-labelledby="answers-title" className="mt-14">
      <div className="flex flex-wrap items-center gap-x-4">
        <h2 id="answers-title" className="text-entry">
          {t('answers')}
        </h2>
        <nav aria-label={t('period')} className="flex">
          {periods.map((one) => (
            <Link
              key={one}
              href={one === 7 ? '/admin' : `/admin?days=${one}`}
              prefetch={false}
              aria-current={one === period ? 'page' : undefined}
              className="admin-tab"
            >
              {t('days', { days: one })}
            </Link>
          ))}
        </nav>
      </div>
      {asked === 0 ? (
        <p className="mt-2 text-small text-ink-2">{t('nothingAsked')}</p>
      ) : (
        <dl className="overview-figures">
          <Figure
            name={t('asked')}
            href={answersHref({ period, status: null, page: 1 })}
            note={asides > 0 ? t('asides', { count: asides }) : null}
          >
            {format.number(asked)}
          </Figure>
          <Figure
            name={t('answered')}
            href={answersHref({ period, status: 'answered', page: 1 })}
            note={share(answered)}
          >
            {format.number(answered)}
          </Figure>
          <Figure name={t('refused')} href={answersHref({ period, status: 'refused', page: 1 })} note={share(refused)}>
            {format.number(refused)}
          </Figure>
          <Figure
            name={t('latency')}
            href={answersHref({ period, status: null, page: 1 })}
            note={latency ? t('p95', { time: seconds(latency.p95) }) : null}
          >
            {latency ? seconds(latency.median) : t('unknown')}
          </Figure>
          <Figure name={t('cached')} note={share(cached)}>
            {format.number(cached)}
          </Figure>
          {inputTokens + outputTokens > 0 ? (
            <Figure
              name={t('tokens')}
              note={
                cost === null ? t('noPrices') : t('cost', { cost: format.number(cost, { maximumFractionDigits: 2 }) })
              }
            >
              {format.number(inputTokens + outputTokens)}
            </Figure>
          ) : null}
        </dl>
      )}
    </section>
  )
}
