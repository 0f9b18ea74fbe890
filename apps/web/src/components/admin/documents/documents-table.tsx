import type { DocumentState, DocumentSummary } from '@shutten/core'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { shortLocation } from '@/documents/short-location'
import { inspectorHref } from '../inspector/inspector-href'
import { DeleteDocument } from './delete-document'
import { DocumentNotes } from './document-notes'

/** The documents of the serving index. On a phone each row becomes an entry of its own. Its boxes belong to the form around. */
export function DocumentsTable(options: {
  documents: readonly DocumentSummary[]
  states: ReadonlyMap<string, DocumentState>
}) {
  const { documents, states } = options
  const t = useTranslations('admin.list')
  const format = useFormatter()
  return (
    <table className="admin-table mt-2 w-full text-small">
      <thead>
        <tr>
          <th scope="col">{t('title')}</th>
          <th scope="col">{t('language')}</th>
          <th scope="col" className="text-end">
            {t('characters')}
          </th>
          <th scope="col" className="text-end">
            {t('passages')}
          </th>
          <th scope="col">{t('updated')}</th>
          <th scope="col">
            <span className="sr-only">{t('actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {documents.map((document) => (
          <tr key={document.id} data-document={document.id}>
            <th scope="row">
              <label className="float-start -mt-2 me-2 flex size-11 items-center justify-center">
                <input type="checkbox" name="document" value={document.id} className="size-5" />
                <span className="sr-only">{t('chooseOf', { title: document.title })}</span>
              </label>
              <Link
                href={`/documents/${document.id}`}
                prefetch={false}
                lang={document.language}
                className="font-bold underline-offset-4 hover:underline"
              >
                {document.title}
              </Link>
              <span className="block truncate font-mono text-note font-normal text-ink-3" title={document.uri}>
                {shortLocation(document.uri)}
              </span>
              <DocumentNotes state={states.get(document.id)} tags={document.tags} />
            </th>
            <td data-label={t('language')}>{t(document.language)}</td>
            <td data-label={t('characters')} className="tabular-nums md:text-end">
              {format.number(document.characters)}
            </td>
            <td data-label={t('passages')} className="tabular-nums md:text-end">
              {format.number(document.passages)}
            </td>
            <td data-label={t('updated')} className="whitespace-nowrap tabular-nums">
              <time dateTime={document.updatedAt}>
                {format.dateTime(new Date(document.updatedAt), { dateStyle: 'medium' })}
              </time>
            </td>
            <td className="text-end">
              <Link
                href={inspectorHref({ documentId: document.id })}
                prefetch={false}
                aria-label={t('inspectOf', { title: document.title })}
                className="quiet-button"
              >
                {t('inspect')}
              </Link>
              <DeleteDocument id={document.id} title={document.title} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
