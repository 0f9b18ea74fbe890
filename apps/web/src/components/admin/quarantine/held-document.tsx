import { normalizeUri, type QuarantinedDocument } from '@shutten/core'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { DecideOne } from './decide-one'
import { FoundText } from './found-text'

/** The whole of a document that was held back: what was found, numbered, and where it stands. */
export function HeldDocument({ document, canDecide }: { document: QuarantinedDocument; canDecide: boolean }) {
  const t = useTranslations('admin.quarantine')
  const format = useFormatter()
  const language = useLocale() === 'ja' ? 'ja' : 'en'
  const { id, title, text, uri, status, textHash, findings, createdAt } = document
  const numbered = findings.map((finding, i) => ({ finding, number: i + 1 }))
  const of = (field: 'title' | 'text') => {
    const own = numbered.filter(({ finding }) => finding.field === field)
    return { findings: own.map(({ finding }) => finding), numbers: own.map(({ number }) => number) }
  }
  return (
    <div className="grid gap-x-14 gap-y-8 lg:grid-cols-[2fr_3fr]">
      <div>
        <h1 className="text-title">
          <FoundText text={title} start={0} end={title.length} {...of('title')} />
        </h1>
        <p className="mt-2 font-mono text-note text-ink-2">{normalizeUri(uri)}</p>
        <p className="mt-1 text-small text-ink-2">
          {t(`status.${status}`)}・
          <time dateTime={createdAt}>
            {format.dateTime(new Date(createdAt), { dateStyle: 'long', timeStyle: 'short' })}
          </time>
        </p>
        {canDecide ? <DecideOne id={id} textHash={textHash} canReject={status === 'held'} /> : null}
        <h2 className="mt-8 text-entry">{t('why')}</h2>
        <ol className="mt-3 grid gap-3 text-small">
          {numbered.map(({ finding, number }) => (
            <li key={number} className="grid grid-cols-[2rem_1fr]">
              <span className="tabular-nums">{number}</span>
              <span>
                <span className="text-ink-2">{t(`action.${finding.action}`)}</span> {finding.reason[language]}{' '}
                <span className="block text-note text-ink-2">
                  {t(`kind.${finding.kind}`)} <code className="font-mono">{finding.rule}</code>・
                  {t(`severity.${finding.severity}`)}
                </span>
              </span>
            </li>
          ))}
        </ol>
      </div>
      <section aria-labelledby="held-text-title">
        <h2 id="held-text-title" className="text-entry">
          {t('text')}
        </h2>
        <div className="admin-stored-text mt-3">
          <FoundText text={text} start={0} end={text.length} {...of('text')} />
        </div>
      </section>
    </div>
  )
}
