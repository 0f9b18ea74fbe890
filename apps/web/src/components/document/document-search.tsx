import { useTranslations } from 'next-intl'

export function DocumentSearch({ query }: { query: string }) {
  const t = useTranslations('documents')
  return (
    <search>
      <form action="/documents" className="flex max-w-measure flex-wrap items-center gap-2">
        <label htmlFor="document-query" className="sr-only">
          {t('search')}
        </label>
        <input
          id="document-query"
          type="search"
          name="q"
          defaultValue={query}
          maxLength={400}
          placeholder={t('placeholder')}
          className="text-field min-w-0 flex-1"
        />
        <button type="submit" className="button button-primary">
          {t('submit')}
        </button>
        {query ? (
          <a href="/documents" className="quiet-button">
            {t('clear')}
          </a>
        ) : null}
      </form>
    </search>
  )
}
