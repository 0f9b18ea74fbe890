import type { DifferingDocuments, GenerationDifference } from '@shutten/core'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { shortLocation } from '@/documents/short-location'
import { inspectorHref } from '../inspector/inspector-href'

/** What the serving generation holds otherwise than the one before. */
export function GenerationDifferences({ difference }: { difference: GenerationDifference }) {
  const t = useTranslations('admin.generations')
  const kinds = ['added', 'changed', 'removed'] as const
  return (
    <section aria-labelledby="difference-title" className="mt-12">
      <h2 id="difference-title" className="text-entry">
        {t('difference')}
      </h2>
      {kinds.every((kind) => difference[kind].total === 0) ? (
        <p className="mt-2 text-small text-ink-2">{t('sameDocuments')}</p>
      ) : (
        <div className="mt-3 grid gap-x-12 gap-y-6 lg:grid-cols-3">
          {kinds.map((kind) => (
            <Documents
              key={kind}
              name={t(kind, { count: difference[kind].total })}
              of={difference[kind]}
              isThere={kind !== 'removed'}
            />
          ))}
        </div>
      )}
    </section>
  )
}

function Documents({ name, of, isThere }: { name: string; of: DifferingDocuments; isThere: boolean }) {
  const t = useTranslations('admin.generations')
  return (
    <div>
      <h3 className="border-b border-rule pb-1 text-small font-bold">{name}</h3>
      <ul className="mt-2 grid gap-1 text-small">
        {of.documents.map(({ documentId, title, uri }) => (
          <li key={documentId}>
            {isThere ? (
              <Link href={inspectorHref({ documentId })} prefetch={false} className="underline underline-offset-4">
                {title}
              </Link>
            ) : (
              title
            )}
            <span className="block truncate font-mono text-note text-ink-2">{shortLocation(uri)}</span>
          </li>
        ))}
      </ul>
      {of.total > of.documents.length ? (
        <p className="mt-1 text-note text-ink-2">{t('more', { count: of.total - of.documents.length })}</p>
      ) : null}
    </div>
  )
}
