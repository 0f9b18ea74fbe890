import type { StoredDocument } from '@shutten/core'
import { useTranslations } from 'next-intl'
import { joinTags } from '@/documents/join-tags'
import { DocumentLocation } from './document-location'

export function DocumentHeader({ document }: { document: StoredDocument }) {
  const t = useTranslations('documents')
  return (
    <header className="mb-10 border-b-2 border-ink pb-6">
      <p className="mb-4 text-small print:hidden">
        <a href="/documents" className="text-ink-2 underline underline-offset-4">
          {t('back')}
        </a>
      </p>
      <h1 lang={document.language} className="mb-3 text-title">
        {document.title}
      </h1>
      <p className="flex flex-wrap gap-x-4 text-note text-ink-3">
        {document.tags.length > 0 ? <span lang={document.language}>{joinTags(document)}</span> : null}
        <span>{t('characters', { count: document.characters })}</span>
        <span>{t('updated', { date: new Date(document.updatedAt) })}</span>
        <DocumentLocation uri={document.uri} />
      </p>
      <p className="mt-4 print:hidden">
        <a href={`/?${new URLSearchParams({ scope: `document:${document.id}` })}`} className="button">
          {t('askAbout')}
        </a>
      </p>
    </header>
  )
}
