import type { Role } from '@shutten/core'
import type { SourceView } from '@shutten/ingestion/sources'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { isOfAdmins } from '@/server/sources/is-of-admins'
import { SourceActions } from './source-actions'
import { SourceFacts } from './source-facts'

/** All sources; the name of each leads to its settings. */
export function SourcesList({ sources, role }: { sources: readonly SourceView[]; role: Role }) {
  const t = useTranslations('admin.source')
  if (sources.length === 0) return <p className="text-small text-ink-2">{t('none')}</p>
  return (
    <ul className="border-t border-rule" aria-label={t('list')}>
      {sources.map((source) => (
        <li key={source.id} data-source={source.id} className="border-b border-rule py-4">
          <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <Link
              href={`/admin/sources/${source.id}`}
              prefetch={false}
              className="font-bold underline-offset-4 hover:underline"
            >
              {source.name}
            </Link>
            <span className="rounded-mark border border-edge px-2 py-0.5 text-note text-ink-2">{t(source.kind)}</span>
            {source.enabled ? null : (
              <span className="rounded-mark border border-ink bg-ink px-2 py-0.5 text-note text-paper">
                {t('disabled')}
              </span>
            )}
          </div>
          <SourceFacts source={source} />
          <SourceActions source={source} canChange={role === 'admin' || !isOfAdmins(source)} />
        </li>
      ))}
    </ul>
  )
}
