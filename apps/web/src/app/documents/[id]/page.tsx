import { toShownEdits } from '@shutten/core'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { DocumentHeader } from '@/components/document/document-header'
import { DocumentText } from '@/components/document/document-text'
import { SiteFooter } from '@/components/shell/site-footer'
import { findBodyStart } from '@/documents/find-body-start'
import { parseCitedRange } from '@/documents/parse-cited-range'
import { authorizePage } from '@/server/auth/authorize-page'
import { withQuery } from '@/server/auth/with-query'
import { getServer } from '@/server/get-server'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<{ start?: string; end?: string; highlights?: string; version?: string }>
}

const findDocument = cache(async (id: string, versionId: string | undefined) =>
  (await getServer()).documents.find(id, versionId ? { versionId } : {}),
)

async function readProps({ params, searchParams }: Props) {
  const [{ id }, { version, ...range }] = await Promise.all([params, searchParams])
  const document = await findDocument(decodeURIComponent(id), version ? String(version) : undefined)
  return { document, range }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { document } = await readProps(props)
  return { title: document?.title }
}

export default async function DocumentPage(props: Props) {
  await authorizePage(withQuery(`/documents/${(await props.params).id}`, { ...(await props.searchParams) }))
  const [{ document, range }, t] = await Promise.all([readProps(props), getTranslations('documents')])
  if (!document) notFound()
  const cited = parseCitedRange({ ...range, length: document.text.length })
  const bodyStart = findBodyStart(document)
  // A citation of the heading itself needs it shown.
  const from = cited && cited.quote.start < bodyStart ? 0 : bodyStart
  return (
    <>
      <main id="content" tabIndex={-1} className="page">
        <article className="mx-auto max-w-measure">
          <DocumentHeader document={document} />
          {cited ? (
            <p className="mb-8 text-small print:hidden">
              <a href="#cite" className="font-bold text-shu underline underline-offset-4">
                {t('cited')} ↓
              </a>
            </p>
          ) : null}
          <DocumentText document={{ ...document, edits: toShownEdits(document) }} cited={cited} anchor from={from} />
        </article>
      </main>
      <SiteFooter />
    </>
  )
}
