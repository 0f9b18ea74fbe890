import type { DocumentState } from '@shutten/core'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useErrorText } from '../use-error-text'
import { documentsHref } from './documents-href'

/** What is to be known of a document in the list: where it comes from, its tags, and what keeps it from being as new as its source. */
export function DocumentNotes({ state, tags }: { state: DocumentState | undefined; tags: readonly string[] }) {
  const t = useTranslations('admin.documentList')
  const errorText = useErrorText()
  if (!state) return null
  const { sources, failure, heldBack } = state
  return (
    <span className="block ps-13 text-note font-normal text-ink-2">
      {sources.map(({ id, name }) => (
        <Link
          key={id}
          href={documentsHref({ filter: { source: id } })}
          prefetch={false}
          className="me-2 underline underline-offset-4"
        >
          {name}
        </Link>
      ))}
      {tags.map((tag) => (
        <Link
          key={tag}
          href={documentsHref({ filter: { tag } })}
          prefetch={false}
          className="me-2 inline-block py-1 underline-offset-4 hover:underline"
        >
          #{tag}
        </Link>
      ))}
      {failure ? (
        <span data-failure className="block text-ink">
          <strong>{t('older')}</strong> {errorText(failure.error).message} {errorText(failure.error).suggestion}{' '}
          <Link href={`/admin/jobs/${failure.jobId}`} prefetch={false} className="underline underline-offset-4">
            <code className="font-mono">{failure.error.code}</code>
          </Link>
        </span>
      ) : null}
      {heldBack ? (
        <span className="block text-ink">
          <strong>{t('held')}</strong>{' '}
          <Link href={`/admin/quarantine/${heldBack}`} prefetch={false} className="underline underline-offset-4">
            {t('seeHeld')}
          </Link>
        </span>
      ) : null}
    </span>
  )
}
