import { useFormatter, useTranslations } from 'next-intl'
import type { trySettings } from '@/server/settings/try-settings'

type Tried = Awaited<ReturnType<typeof trySettings>>

/** The answer, who wrote it, what it took, and what failed. */
export function TriedAnswerView({ tried: { answer, failure } }: { tried: Tried }) {
  const t = useTranslations('admin.settings')
  return (
    <div data-tried={failure ? 'failed' : (answer?.status ?? 'none')} className="grid grid-cols-1 gap-4">
      {failure ? (
        <div role="alert" className="border-s-4 border-ink bg-sheet px-4 py-3 text-small">
          <p className="font-bold">{t(`failure.${failure.kind ?? 'setup'}.what`)}</p>
          <p className="text-ink-2">{t(`failure.${failure.kind ?? 'setup'}.todo`)}</p>
          <p lang="en" className="mt-2 text-note text-ink-2 wrap-anywhere">
            {failure.message}
            {failure.kind === null ? ` ${failure.suggestion}` : null}
          </p>
        </div>
      ) : null}
      {answer ? <Answered answer={answer} /> : null}
    </div>
  )
}

function Answered({ answer }: { answer: NonNullable<Tried['answer']> }) {
  const t = useTranslations('admin.settings')
  const format = useFormatter()
  const { usage, model, status, timings, dropped = 0 } = answer
  const facts: [label: string, value: string][] = [
    [t('try.status'), t(`try.${status}`)],
    [t('try.writtenBy'), model.generator === 'extractive' ? t('try.extractive') : model.generator],
    [t('try.sureness'), format.number(answer.confidence, { style: 'percent' })],
    [t('try.time'), t('try.seconds', { seconds: (timings.total ?? 0) / 1000 })],
  ]
  if (usage)
    facts.push([
      t('try.tokens'),
      t(usage.isEstimated ? 'try.tokensEstimated' : 'try.tokensOf', {
        input: usage.inputTokens,
        output: usage.outputTokens,
      }),
    ])
  if (usage?.cost !== undefined) facts.push([t('try.cost'), format.number(usage.cost, { maximumSignificantDigits: 3 })])
  if (dropped > 0) facts.push([t('try.dropped'), format.number(dropped)])
  return (
    <>
      <div lang={answer.language} className="grid gap-2 border-s border-rule ps-4 text-small wrap-anywhere">
        {answer.sentences.length > 0
          ? answer.sentences.map((sentence) => (
              <p key={sentence.text} data-support={sentence.support}>
                {sentence.text}
                {sentence.citations.map((number) => `[${number}]`).join('')}
                {sentence.support === 'unsupported' ? (
                  <span className="ms-2 text-note font-bold">{t('try.unsupported')}</span>
                ) : null}
              </p>
            ))
          : answer.answer}
      </div>
      <dl className="grid gap-1 text-small">
        {facts.map(([label, value]) => (
          <div key={label} className="grid grid-cols-[7rem_1fr] gap-3">
            <dt className="text-ink-2">{label}</dt>
            <dd className="min-w-0 wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
