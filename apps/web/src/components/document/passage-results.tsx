import type { SearchResult } from '@shutten/core'
import { useTranslations } from 'next-intl'
import { documentHref } from '@/chat/document-href'

/** Places inside the documents that a search found. */
export function PassageResults({ results }: { results: readonly SearchResult[] }) {
  const t = useTranslations('documents')
  const ofSource = useTranslations('source')
  if (results.length === 0) return null
  return (
    <section className="mt-12 max-w-measure">
      <h2 className="mb-3 font-body text-small font-bold text-ink-2">{t('inText')}</h2>
      <ol className="border-t border-rule">
        {results.map((result) => (
          <li key={result.passageId + result.start} className="border-b border-rule">
            <a href={documentHref(result)} lang={result.language} className="document-entry">
              <span className="font-display font-semibold">
                {[result.title, ...result.headingPath].join(' › ')}
                {result.edits ? <strong className="edited-mark ms-2">{ofSource('editedMark')}</strong> : null}
              </span>
              <span className="line-clamp-3 text-small text-ink-2">{result.text}</span>
            </a>
          </li>
        ))}
      </ol>
    </section>
  )
}
