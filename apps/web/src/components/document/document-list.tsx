import type { DocumentSummary } from '@shutten/core'
import { useTranslations } from 'next-intl'
import { joinTags } from '@/documents/join-tags'
import { lastSegment } from '@/documents/last-segment'

/** An index of documents: title, what it is about, how long it is. */
export function DocumentList({ documents }: { documents: readonly DocumentSummary[] }) {
  const t = useTranslations('documents')
  if (documents.length === 0) return null
  return (
    <ul className="mt-6 grid grid-cols-1 gap-x-12 border-t border-rule md:grid-cols-2">
      {documents.map((document) => (
        <li key={document.id} className="border-b border-rule">
          <a href={`/documents/${encodeURIComponent(document.id)}`} className="document-entry">
            <span lang={document.language} className="font-display text-lead font-semibold">
              {document.title}
            </span>
            <span className="flex gap-3 text-note text-ink-3">
              <span lang={document.language} className="min-w-0 truncate" title={document.uri}>
                {document.tags.length > 0 ? joinTags(document) : lastSegment(document.uri)}
              </span>
              <span className="ms-auto whitespace-nowrap tabular-nums">
                {t('characters', { count: document.characters })}
              </span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}
