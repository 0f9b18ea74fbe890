import { normalizeUri } from '@shutten/core'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ChosenPassage } from '@/components/admin/inspector/chosen-passage'
import { EditList } from '@/components/admin/inspector/edit-list'
import { ExclusionList } from '@/components/admin/inspector/exclusion-list'
import { inspectorHref } from '@/components/admin/inspector/inspector-href'
import { PassageText } from '@/components/admin/inspector/passage-text'
import { Pagination } from '@/components/admin/pagination'
import { requirePrincipal } from '@/server/auth/require-principal'
import { getServer } from '@/server/get-server'

/** Passages on a page. */
const pageSize = 40

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('inspector.title') }
}

/** A document as it is stored, with its passages drawn on it, and one of them closely. */
export default async function InspectorPage(props: {
  params: Promise<{ id: string }>
  searchParams: Promise<{ passage?: string | string[]; page?: string | string[]; resolves?: string | string[] }>
}) {
  const [{ id }, asked] = await Promise.all([props.params, props.searchParams])
  const documentId = decodeURIComponent(id)
  const passageId = typeof asked.passage === 'string' ? asked.passage : null
  const resolves = typeof asked.resolves === 'string' ? asked.resolves : null
  await requirePrincipal(inspectorHref({ documentId, passageId, resolves }))
  const [server, t] = await Promise.all([getServer(), getTranslations('admin.inspector')])
  const inspection = await server.inspector.inspect({ documentId, passageId })
  if (!inspection) notFound()
  const { document, passages, exclusions, chosen } = inspection
  const pages = Math.max(1, Math.ceil(passages.length / pageSize))
  const wanted = chosen ? Math.floor(chosen.passage.index / pageSize) + 1 : Number.parseInt(String(asked.page), 10) || 1
  const page = Math.max(1, Math.min(pages, wanted))
  const shown = passages.slice((page - 1) * pageSize, page * pageSize)
  return (
    <>
      <p className="mb-2 flex flex-wrap gap-x-4 text-small">
        <Link href="/admin/documents" prefetch={false} className="text-ink-2 underline underline-offset-4">
          {t('back')}
        </Link>
        <Link href={`/documents/${document.id}`} prefetch={false} className="text-ink-2 underline underline-offset-4">
          {t('asRead')}
        </Link>
      </p>
      <h1 lang={document.language} className="text-title">
        {document.title}
      </h1>
      <p className="font-mono text-note text-ink-2">{normalizeUri(document.uri)}</p>
      <p className="mt-1 text-small text-ink-2">
        {t('facts', { passages: passages.length, characters: document.characters })}・
        <span className="font-mono text-note">{document.versionId}</span>
      </p>
      <EditList inspection={{ document, edits: inspection.edits, gone: inspection.gone }} />
      <ExclusionList exclusions={exclusions} />
      <div className="mt-8 grid gap-x-12 gap-y-10 lg:grid-cols-[3fr_2fr]">
        <div className="max-lg:order-2">
          <PassageText inspection={inspection} passages={shown} isLast={page === pages} />
          <Pagination page={page} pages={pages} href={(page) => inspectorHref({ documentId: document.id, page })} />
        </div>
        <aside aria-label={t('closely')} className="inspector-aside">
          <ChosenPassage inspection={inspection} resolves={resolves} />
        </aside>
      </div>
    </>
  )
}
