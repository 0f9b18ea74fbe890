import Link from 'next/link'
import { useTranslations } from 'next-intl'

/** To the page before and after; `href` keeps whatever else the address says. */
export function Pagination({ page, pages, href }: { page: number; pages: number; href: (page: number) => string }) {
  const t = useTranslations('admin.list')
  if (pages <= 1) return null
  return (
    <nav aria-label={t('pages')} className="mt-6 flex items-center justify-between gap-4 text-small">
      {page > 1 ? (
        <Link href={href(page - 1)} rel="prev" prefetch={false} className="button">
          {t('previous')}
        </Link>
      ) : (
        <span className="w-20" />
      )}
      <span className="text-ink-2 tabular-nums">{t('page', { page, pages })}</span>
      {page < pages ? (
        <Link href={href(page + 1)} rel="next" prefetch={false} className="button">
          {t('next')}
        </Link>
      ) : (
        <span className="w-20" />
      )}
    </nav>
  )
}
