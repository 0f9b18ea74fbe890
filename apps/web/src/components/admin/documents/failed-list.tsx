import type { FailedItem } from '@shutten/core'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { useErrorText } from '../use-error-text'
import { RetryItem } from './retry-item'

/** Files and pages that could not be taken in, each with what to do. */
export function FailedList({ items }: { items: readonly FailedItem[] }) {
  const t = useTranslations('admin.documentList')
  const format = useFormatter()
  const errorText = useErrorText()
  return (
    <ul aria-label={t('failedList')} className="mt-6 border-t-2 border-ink text-small">
      {items.map(({ uri, error, jobId, position, at }) => (
        <li key={uri} data-failed={uri} className="border-b border-rule py-3">
          <p className="font-mono text-note break-all">{decode(uri)}</p>
          <p>
            <strong>{errorText(error).message}</strong>{' '}
            <span className="text-ink-2">{errorText(error).suggestion}</span>{' '}
            <code className="font-mono text-note text-ink-3">{error.code}</code>
          </p>
          <div className="-ms-2 flex flex-wrap items-center gap-x-2">
            <RetryItem jobId={jobId} position={position} name={decode(uri)} />
            <Link href={`/admin/jobs/${jobId}`} prefetch={false} className="quiet-button">
              {t('job')}
            </Link>
            <time dateTime={at} className="text-note text-ink-3">
              {format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' })}
            </time>
          </div>
        </li>
      ))}
    </ul>
  )
}

function decode(uri: string): string {
  try {
    return decodeURI(uri)
  } catch {
    return uri
  }
}
