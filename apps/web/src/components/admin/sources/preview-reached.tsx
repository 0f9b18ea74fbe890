import type { SourcePreview } from '@shutten/ingestion/sources'
import { useTranslations } from 'next-intl'

/** Each address on the way, with what robots.txt says of it and what it answered; of a folder, whether it can be read. */
export function PreviewReached({ preview }: { preview: SourcePreview }) {
  const t = useTranslations('admin.sourceTest')
  const { folder, events } = preview
  if (folder)
    return (
      <p data-preview="reached">
        <span className="font-mono text-note break-all">{folder.path}</span>{' '}
        <strong>{t(folder.isReadable ? 'readable' : 'unreadable')}</strong>
      </p>
    )
  if (events.length === 0) return <p data-preview="reached">{t('notReached')}</p>
  return (
    <ol data-preview="reached" className="admin-preview">
      {events.map((event, index) => (
        // An address may be asked twice.
        <li key={index}>
          <span className="font-mono text-note break-all">{event.uri}</span>
          <span className="text-note text-ink-2">
            {event.of === 'robots' ? (
              t(event.isAllowed ? 'robotsAllow' : 'robotsRefuse')
            ) : (
              <>
                <strong className="text-ink">HTTP {event.status}</strong>{' '}
                {event.status >= 300 && event.status < 400
                  ? t('redirects')
                  : [event.contentType, t('bytes', { count: event.bytes })].filter(Boolean).join('・')}
              </>
            )}
          </span>
        </li>
      ))}
    </ol>
  )
}
