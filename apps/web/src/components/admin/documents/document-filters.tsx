import { documentOrders } from '@shutten/core'
import Form from 'next/form'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type DocumentsView, documentsHref } from './documents-href'
import { mediaTypes } from './media-types'

/** Narrows and orders the documents by way of the URL: it can be kept, sent and gone back to, and needs no script. */
export function DocumentFilters(options: { view: DocumentsView; sources: readonly { id: string; name: string }[] }) {
  const { view, sources } = options
  const { filter, order, state } = view
  const t = useTranslations('admin.documentList')
  const isNarrowed = Object.keys(filter).length > 0 || order !== 'updated'
  return (
    <Form
      key={documentsHref({ ...view, page: 1 })}
      action="/admin/documents"
      role="search"
      className="flex flex-wrap items-end gap-3 text-small"
    >
      {state === 'failed' ? <input type="hidden" name="state" value="failed" /> : null}
      <label className="grid min-w-48 flex-1 gap-1">
        {t('query')}
        <input
          type="search"
          name="q"
          defaultValue={filter.query ?? ''}
          maxLength={500}
          className="admin-input min-w-0"
        />
      </label>
      {state === 'failed' ? null : (
        <>
          <Choice
            name="source"
            label={t('source')}
            value={filter.source}
            choices={[['', t('any')], ['none', t('noSource')], ...sources.map(({ id, name }) => [id, name] as const)]}
          />
          <Choice name="type" label={t('type')} value={filter.mediaType} choices={[['', t('any')], ...mediaTypes]} />
          <Choice
            name="language"
            label={t('language')}
            value={filter.language}
            choices={[
              ['', t('any')],
              ['ja', t('ja')],
              ['en', t('en')],
            ]}
          />
          <label className="grid gap-1">
            {t('tag')}
            <input
              name="tag"
              defaultValue={filter.tag ?? ''}
              maxLength={100}
              autoComplete="off"
              className="admin-input w-36 min-w-0"
            />
          </label>
          <Choice
            name="order"
            label={t('order')}
            value={order}
            choices={documentOrders.map((one) => [one === 'updated' ? '' : one, t(`orders.${one}`)])}
          />
        </>
      )}
      <button type="submit" className="button">
        {t('submit')}
      </button>
      {isNarrowed ? (
        <Link href={documentsHref({ state })} prefetch={false} className="quiet-button">
          {t('clear')}
        </Link>
      ) : null}
    </Form>
  )
}

function Choice(options: {
  name: string
  label: string
  value: string | undefined
  choices: readonly (readonly [value: string, label: string])[]
}) {
  const { name, label, value = '', choices } = options
  return (
    <label className="grid gap-1">
      {label}
      <select name={name} defaultValue={value === 'updated' ? '' : value} className="admin-input max-w-44 min-w-0">
        {choices.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}
