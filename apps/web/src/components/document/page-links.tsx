import { useTranslations } from 'next-intl'

export function PageLinks({ page, pages, query }: { page: number; pages: number; query: string }) {
  const t = useTranslations('documents')
  if (pages < 2) return null
  const href = (to: number) => `/documents?${new URLSearchParams({ ...(query ? { q: query } : {}), page: String(to) })}`
  return (
    <nav aria-label={t('page', { page, pages })} className="mt-6 flex items-center gap-4 text-small">
      {page > 1 ? (
        <a href={href(page - 1)} className="button" rel="prev">
          {t('previousPage')}
        </a>
      ) : null}
      <span className="text-ink-2">{t('page', { page, pages })}</span>
      {page < pages ? (
        <a href={href(page + 1)} className="button" rel="next">
          {t('nextPage')}
        </a>
      ) : null}
    </nav>
  )
}
