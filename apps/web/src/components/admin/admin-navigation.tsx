'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'

const places = [
  { href: '/admin', key: 'overview' },
  { href: '/admin/documents', key: 'documents' },
  { href: '/admin/sources', key: 'sources' },
  { href: '/admin/quarantine', key: 'quarantine.tab' },
  { href: '/admin/playground', key: 'playground.tab' },
  { href: '/admin/jobs', key: 'jobs' },
  { href: '/admin/feedback', key: 'feedback.tab' },
] as const

export function AdminNavigation() {
  const t = useTranslations('admin')
  const path = usePathname()
  return (
    <nav aria-label={t('navigation')} className="flex flex-wrap sm:gap-x-1">
      {places.map(({ href, key }) => {
        const here = href === '/admin' ? path === href : path.startsWith(href)
        return (
          <Link key={key} href={href} prefetch={false} aria-current={here ? 'page' : undefined} className="admin-tab">
            {t(key)}
          </Link>
        )
      })}
    </nav>
  )
}
