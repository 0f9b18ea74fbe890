import { hygieneKinds } from '@shutten/core'
import Form from 'next/form'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type QuarantineFilter, quarantineHref, quarantineStatuses } from './quarantine-filter'

/** What the list is narrowed to, by way of the URL. */
export function QuarantineControls({ filter }: { filter: QuarantineFilter }) {
  const t = useTranslations('admin.quarantine')
  const { status, kind, query } = filter
  return (
    <>
      <nav aria-label={t('filter')} className="-ms-2 flex flex-wrap gap-1">
        {([...quarantineStatuses, 'all'] as const).map((one) => (
          <Link
            key={one}
            href={quarantineHref({ ...filter, status: one, page: 1 })}
            prefetch={false}
            aria-current={one === status ? 'page' : undefined}
            className="admin-tab"
          >
            {t(`status.${one}`)}
          </Link>
        ))}
      </nav>
      <Form key={quarantineHref(filter)} action="/admin/quarantine" role="search" className="mt-3 flex flex-wrap gap-2">
        {status === 'held' ? null : <input type="hidden" name="status" value={status} />}
        <select name="kind" defaultValue={kind ?? ''} aria-label={t('kindLabel')} className="admin-input max-w-full">
          <option value="">{t('kind.all')}</option>
          {hygieneKinds.map((one) => (
            <option key={one} value={one}>
              {t(`kind.${one}`)}
            </option>
          ))}
        </select>
        <input
          type="search"
          name="q"
          defaultValue={query}
          maxLength={500}
          aria-label={t('search')}
          placeholder={t('search')}
          className="admin-input min-w-0 flex-1 sm:max-w-96"
        />
        <button type="submit" className="button">
          {t('submit')}
        </button>
        {kind || query ? (
          <Link
            href={quarantineHref({ status, kind: null, query: '', page: 1 })}
            prefetch={false}
            className="quiet-button self-center"
          >
            {t('clear')}
          </Link>
        ) : null}
      </Form>
    </>
  )
}
