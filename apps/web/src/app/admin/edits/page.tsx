import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { editsHref } from '@/components/admin/inspector/edits-href'
import { inspectorHref } from '@/components/admin/inspector/inspector-href'
import { Pagination } from '@/components/admin/pagination'
import { WordDiff } from '@/components/ui/word-diff'
import { requirePrincipal } from '@/server/auth/require-principal'
import { getServer } from '@/server/get-server'

const pageSize = 20

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('edits.all') }
}

/** What editors wrote in place of passages, of all documents: those first that somebody has to look at. */
export default async function EditsPage(props: {
  searchParams: Promise<{ show?: string | string[]; page?: string | string[] }>
}) {
  const asked = await props.searchParams
  const isOpen = asked.show === 'open'
  const page = Math.max(1, Math.min(100_000, Number.parseInt(String(asked.page), 10) || 1))
  await requirePrincipal(editsHref({ isOpen, page }))
  const [server, t, format] = await Promise.all([getServer(), getTranslations('admin.edits'), getFormatter()])
  const { total, edits } = await server.editor.list({ isOpen, offset: (page - 1) * pageSize, limit: pageSize })
  const pages = Math.max(1, Math.ceil(total / pageSize))
  if (page > pages) redirect(editsHref({ isOpen, page: pages }))
  return (
    <>
      <h1 className="text-title">{t('all')}</h1>
      <p className="mt-1 mb-4 max-w-measure text-small text-ink-2">{t('lead')}</p>
      <nav aria-label={t('filter')} className="-ms-2 flex flex-wrap">
        {[false, true].map((one) => (
          <Link
            key={String(one)}
            href={editsHref({ isOpen: one, page: 1 })}
            prefetch={false}
            aria-current={one === isOpen ? 'page' : undefined}
            className="admin-tab"
          >
            {one ? t('open') : t('every')}
          </Link>
        ))}
      </nav>
      <p className="mt-3 text-small tabular-nums">{t('list', { count: total })}</p>
      <ul className="mt-4 grid max-w-measure gap-6">
        {edits.map((edit) => (
          <li
            key={edit.id}
            data-edit={edit.id}
            data-state={edit.state}
            className="border-t border-rule pt-3 text-small"
          >
            <p className="flex flex-wrap items-baseline gap-x-4">
              {edit.title === null ? (
                <span>{edit.documentId}</span>
              ) : (
                <Link
                  href={inspectorHref({ documentId: edit.documentId })}
                  prefetch={false}
                  lang={edit.language ?? undefined}
                  className="inline-flex min-h-11 items-center font-bold underline underline-offset-4"
                >
                  {edit.title}
                </Link>
              )}
              <strong>{edit.state === 'gone' ? t('documentGone') : t(`state.${edit.state}`)}</strong>
            </p>
            <WordDiff before={edit.original} after={edit.text} {...(edit.language && { language: edit.language })} />
            <p className="mt-1 text-note text-ink-2">
              {t('by', {
                by: edit.by,
                at: format.dateTime(new Date(edit.updatedAt), { dateStyle: 'medium', timeStyle: 'short' }),
              })}
            </p>
          </li>
        ))}
      </ul>
      <Pagination page={page} pages={pages} href={(page) => editsHref({ isOpen, page })} />
    </>
  )
}
