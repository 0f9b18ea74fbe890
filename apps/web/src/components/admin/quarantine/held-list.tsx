import type { HygieneFinding, QuarantinedDocument } from '@shutten/core'
import Link from 'next/link'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { shortLocation } from '@/documents/short-location'
import { FoundText } from './found-text'

/** Findings of a document that the list shows; its own page shows all. */
const shown = 3
/** Characters around a finding. */
const around = 60

/** Documents that were held back, each with why, in its own words. Their boxes and buttons belong to the form around. */
export function HeldList({ documents, canDecide }: { documents: readonly QuarantinedDocument[]; canDecide: boolean }) {
  const t = useTranslations('admin.quarantine')
  const format = useFormatter()
  return (
    <ol className="mt-2 border-t-2 border-ink">
      {documents.map((document) => {
        const { id, title, uri, status, textHash, findings, createdAt, decidedAt } = document
        const telling = [...findings].sort(
          (a, b) => Number(b.action === 'quarantine') - Number(a.action === 'quarantine'),
        )
        const value = `${id} ${textHash}`
        return (
          <li key={id} data-held={id} data-status={status} className="flex gap-3 border-b border-rule py-4">
            {canDecide ? (
              <label className="-mt-1.5 flex size-11 shrink-0 items-center justify-center">
                <input type="checkbox" name="document" value={value} className="size-5" />
                <span className="sr-only">{t('choose', { title })}</span>
              </label>
            ) : null}
            <div className="min-w-0 flex-1">
              <h2 className="text-lead leading-normal">
                <Link href={`/admin/quarantine/${id}`} prefetch={false} className="underline-offset-4 hover:underline">
                  {title}
                </Link>
              </h2>
              <p className="flex flex-wrap gap-x-3 text-note text-ink-2">
                <strong className="byline-label text-ink">{t(`status.${status}`)}</strong>
                <span className="font-mono" title={uri}>
                  {shortLocation(uri)}
                </span>
                <time dateTime={decidedAt ?? createdAt}>
                  {format.dateTime(new Date(decidedAt ?? createdAt), { dateStyle: 'medium', timeStyle: 'short' })}
                </time>
              </p>
              <ul className="mt-2 grid gap-2 text-small">
                {telling.slice(0, shown).map((finding) => (
                  <Finding
                    key={`${finding.field} ${finding.start} ${finding.rule}`}
                    document={document}
                    finding={finding}
                  />
                ))}
              </ul>
              {findings.length > shown ? (
                <p className="mt-1 text-note text-ink-2">{t('moreFindings', { count: findings.length - shown })}</p>
              ) : null}
              {canDecide ? (
                <div className="-ms-2 mt-1 flex flex-wrap gap-1">
                  <button type="submit" name="release" value={value} className="quiet-button">
                    {t('release')}
                    <span className="sr-only">: {title}</span>
                  </button>
                  {status === 'held' ? (
                    <button type="submit" name="reject" value={value} className="quiet-button">
                      {t('reject')}
                      <span className="sr-only">: {title}</span>
                    </button>
                  ) : null}
                </div>
              ) : null}
            </div>
          </li>
        )
      })}
    </ol>
  )
}

function Finding({ document, finding }: { document: QuarantinedDocument; finding: HygieneFinding }) {
  const t = useTranslations('admin.quarantine')
  const text = finding.field === 'title' ? document.title : document.text
  const language = useLocale() === 'ja' ? 'ja' : 'en'
  const start = Math.max(0, finding.start - around)
  const end = Math.min(text.length, finding.end + around)
  return (
    <li>
      <p>
        <span className="text-ink-2">{t(`action.${finding.action}`)}</span> {finding.reason[language]}
      </p>
      <blockquote className="admin-excerpt">
        {start > 0 ? '…' : null}
        <FoundText text={text} start={start} end={end} findings={[finding]} />
        {end < text.length ? '…' : null}
      </blockquote>
    </li>
  )
}
