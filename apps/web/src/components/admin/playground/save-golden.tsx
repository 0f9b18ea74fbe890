import type { Exploration } from '@shutten/retrieval'
import Form from 'next/form'
import { useTranslations } from 'next-intl'

/** Results that can be chosen as what answers. */
const shown = 5

/** Keeps the query as a golden question, with the passages that answer it, or as one that must be refused. */
export function SaveGolden({ query, exploration }: { query: string; exploration: Exploration }) {
  const t = useTranslations('admin.quality')
  const { gate, results } = exploration
  const chosen = gate.evidence.flatMap((evidence) => evidence.chosen ?? [])
  const isAnswered = gate.verdict === 'answered'
  return (
    <details className="mt-8">
      <summary className="inline-flex min-h-11 items-center text-small underline underline-offset-4">
        {t('saveAsGolden')}
      </summary>
      <Form action="/admin/quality/questions/new" className="mt-2 grid gap-2">
        <input type="hidden" name="question" value={query} />
        <fieldset className="grid gap-1">
          <legend className="mb-1 text-small">{t('expects')}</legend>
          {(['answer', 'refusal'] as const).map((one) => (
            <label key={one} className="flex min-h-11 items-center gap-3 text-small">
              <input
                type="radio"
                name="expects"
                value={one}
                defaultChecked={isAnswered === (one === 'answer')}
                className="size-5"
              />
              {t(`expectation.${one}`)}
            </label>
          ))}
        </fieldset>
        <fieldset className="grid gap-1">
          <legend className="mb-1 text-small">{t('whichPassages')}</legend>
          {results.slice(0, shown).map(({ passageId, documentId, title, text, start, end }, i) => {
            // The sentence that would be told says more exactly what a right citation holds.
            const sentence = chosen.find((one) => one.documentId === documentId && one.start >= start && one.end <= end)
            const isChosen = isAnswered && (chosen.length > 0 ? sentence !== undefined : i === 0)
            return (
              <label key={passageId} className="flex items-start gap-3 py-2 text-small">
                <input
                  type="checkbox"
                  name="passage"
                  value={`${documentId} ${sentence?.text ?? ''}`}
                  defaultChecked={isChosen}
                  className="mt-0.5 size-5 shrink-0"
                />
                <span className="min-w-0">
                  <b>{title}</b>
                  <span className="line-clamp-2 text-ink-2">{sentence?.text ?? text}</span>
                </span>
              </label>
            )
          })}
        </fieldset>
        <p>
          <button type="submit" className="button">
            {t('toForm')}
          </button>
        </p>
      </Form>
    </details>
  )
}
