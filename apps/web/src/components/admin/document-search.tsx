import Form from 'next/form'
import Link from 'next/link'
import { useTranslations } from 'next-intl'

/** Searches the documents by way of the URL: it can be kept, sent and gone back to. */
export function DocumentSearch({ query }: { query: string }) {
  const t = useTranslations('admin.list')
  return (
    <Form action="/admin/documents" role="search" className="flex flex-wrap gap-2">
      <input
        type="search"
        name="q"
        key={query}
        defaultValue={query}
        maxLength={500}
        aria-label={t('search')}
        placeholder={t('search')}
        className="admin-input min-w-0 flex-1 sm:max-w-96"
      />
      <button type="submit" className="button">
        {t('submit')}
      </button>
      {query ? (
        <Link href="/admin/documents" prefetch={false} className="quiet-button self-center">
          {t('clear')}
        </Link>
      ) : null}
    </Form>
  )
}
