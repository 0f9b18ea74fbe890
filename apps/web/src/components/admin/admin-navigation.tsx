'use client'

import type { Role } from '@shutten/core'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'

const places = [
  { href: '/admin', key: 'overview' },
  { href: '/admin/documents', key: 'documents' },
  { href: '/admin/sources', key: 'sources' },
  { href: '/admin/quarantine', key: 'quarantine.tab' },
  { href: '/admin/playground', key: 'playground.tab' },
  { href: '/admin/quality', key: 'quality.tab' },
  { href: '/admin/gaps', key: 'gaps.tab' },
  { href: '/admin/jobs', key: 'jobs' },
  { href: '/admin/feedback', key: 'feedback.tab' },
] as const

/** Those that only an admin may open. */
const adminPlaces = [
  { href: '/admin/accounts', key: 'accounts.tab' },
  { href: '/admin/keys', key: 'keys.tab' },
  { href: '/admin/audit', key: 'audit.tab' },
  { href: '/admin/settings', key: 'settings.tab' },
] as const

export function AdminNavigation({ role }: { role: Role }) {
  const t = useTranslations('admin')
  const path = usePathname()
  return (
    <nav aria-label={t('navigation')} className="flex flex-wrap sm:gap-x-1">
      {[...places, ...(role === 'admin' ? adminPlaces : [])].map(({ href, key }) => {
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
