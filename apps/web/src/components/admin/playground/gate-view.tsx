import type { Exploration, GateEvidence } from '@shutten/retrieval'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'

/** What the gate says, how sure it is, and what made it so. */
export function GateView({ exploration, name }: { exploration: Exploration; name: string | null }) {
  const t = useTranslations('admin.playground')
  const format = useFormatter()
  const { gate, timings, kind, generation, warnings } = exploration
  const percent = (value: number) => format.number(value, { style: 'percent', maximumFractionDigits: 1 })
  return (
    <section aria-label={name ? `${name} ${t('gate')}` : t('gate')} className="min-w-0">
      <h2 className="text-entry">
        {name ? <span className="me-2 text-ink-2">{name}</span> : null}
        {t(`verdict.${gate.verdict}`)}
      </h2>
      <p className="text-small text-ink-2">
        {t('sureness', { confidence: percent(gate.confidence), threshold: percent(gate.threshold) })}
        {gate.policy ? ` ${t('policy', { category: gate.policy.category })}` : null}
      </p>
      <div aria-hidden="true" className="playground-gauge">
        <span style={{ inlineSize: `${gate.confidence * 100}%` }} />
        <i style={{ insetInlineStart: `${gate.threshold * 100}%` }} />
      </div>
      {warnings.map((warning) => (
        <p key={warning.code} className="mt-2 border-s-4 border-ink ps-3 text-small">
          {warning.message}
        </p>
      ))}
      {gate.evidence.map((evidence) => (
        <Evidence key={evidence.question} evidence={evidence} isPart={gate.evidence.length > 1} />
      ))}
      <p className="mt-3 text-note text-ink-2">{t('read', { kind: t(`kind.${kind}`), query: exploration.query })}</p>
      <p className="font-mono text-note text-ink-2">{generation}</p>
      <Timings title={t('searchTime')} timings={timings.search} />
      <Timings title={t('answerTime')} timings={timings.answer} />
    </section>
  )
}

function Evidence({ evidence, isPart }: { evidence: GateEvidence; isPart: boolean }) {
  const t = useTranslations('admin.playground')
  const format = useFormatter()
  const { question, confidence, isSufficient, chosen, reasons, bias } = evidence
  const signed = (value: number) =>
    format.number(value, { signDisplay: 'always', minimumFractionDigits: 2, maximumFractionDigits: 2 })
  return (
    <div className="mt-4">
      {isPart ? (
        <h3 className="text-small font-bold">
          {question}{' '}
          <span className="font-normal text-ink-2">
            {t(isSufficient ? 'held' : 'notHeld')} {format.number(confidence, { style: 'percent' })}
          </span>
        </h3>
      ) : null}
      {chosen ? (
        <blockquote className="admin-excerpt text-small">
          {chosen.text}
          <cite className="block text-note text-ink-2 not-italic">
            <Link
              href={`/documents/${chosen.documentId}?start=${chosen.start}&end=${chosen.end}&version=${chosen.versionId}#cite`}
              prefetch={false}
              className="underline underline-offset-4"
            >
              {chosen.title}
            </Link>
          </cite>
        </blockquote>
      ) : (
        <p className="text-small">{t('noSentence')}</p>
      )}
      {reasons.length > 0 ? (
        <details className="mt-2 text-small">
          <summary className="inline-flex min-h-11 items-center underline underline-offset-4">{t('reasons')}</summary>
          <dl className="playground-reasons">
            {[{ feature: 'bias' as const, value: 1, adds: bias }, ...reasons].map(({ feature, value, adds }) => (
              <div key={feature}>
                <dt>{t(`feature.${feature as 'bias'}`)}</dt>
                <dd className="text-ink-2">
                  {feature === 'bias' ? null : format.number(value, { maximumFractionDigits: 2 })}
                </dd>
                <dd>{signed(adds)}</dd>
              </div>
            ))}
          </dl>
        </details>
      ) : null}
    </div>
  )
}

function Timings({ title, timings }: { title: string; timings: Record<string, number> }) {
  const t = useTranslations('admin.playground')
  const format = useFormatter()
  return (
    <p className="text-note text-ink-2 tabular-nums">
      {title}{' '}
      {Object.entries(timings)
        .map(([stage, ms]) =>
          t('milliseconds', {
            stage: t(`stage.${stage as 'embed'}`),
            ms: format.number(ms, { maximumFractionDigits: 1 }),
          }),
        )
        .join('・')}
    </p>
  )
}
