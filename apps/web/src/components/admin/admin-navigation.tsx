'use client'

import type { Role } from '@shutten/core'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'

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
  const row = useRef<HTMLElement>(null)
  // On a narrow screen it is one line that is scrolled: where one is has to be in sight.
  useEffect(() => {
    if (path) row.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [path])
  return (
    <nav
      ref={row}
      aria-label={t('navigation')}
      className="flex max-w-full max-sm:overflow-x-auto max-sm:whitespace-nowrap sm:min-w-0 sm:flex-1 sm:flex-wrap sm:gap-x-1"
    >
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
