import { useTranslations } from 'next-intl'
import { SearchForm } from '@/components/ui/search-form'

export function DocumentSearch({ query }: { query: string }) {
  const t = useTranslations('documents')
  const labels = { search: t('search'), placeholder: t('placeholder'), submit: t('submit'), clear: t('clear') }
  return <SearchForm action="/documents" id="document-query" query={query} labels={labels} className="max-w-measure" />
}
