import { useTranslations } from 'next-intl'

export function HistorySearch({ query }: { query: string }) {
  const t = useTranslations('history')
  return (
    <search>
      <form action="/history" className="flex flex-wrap items-center gap-2">
        <label htmlFor="history-query" className="sr-only">
          {t('search')}
        </label>
        <input
          id="history-query"
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
          <a href="/history" className="quiet-button">
            {t('clear')}
          </a>
        ) : null}
      </form>
    </search>
  )
}
