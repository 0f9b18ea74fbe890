import { useTranslations } from 'next-intl'
import { SearchForm } from '@/components/ui/search-form'

export function HistorySearch({ query }: { query: string }) {
  const t = useTranslations('history')
  const labels = { search: t('search'), placeholder: t('placeholder'), submit: t('submit'), clear: t('clear') }
  return <SearchForm action="/history" id="history-query" query={query} labels={labels} />
}
