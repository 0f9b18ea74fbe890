import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { HeldDocument } from '@/components/admin/quarantine/held-document'
import { requirePrincipal } from '@/server/auth/require-principal'
import { getServer } from '@/server/get-server'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('quarantine.title') }
}

/** A document that was held back, whole, with everything that was found in it. */
export default async function HeldDocumentPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const { role } = await requirePrincipal(`/admin/quarantine/${encodeURIComponent(id)}`)
  const [server, t] = await Promise.all([getServer(), getTranslations('admin.quarantine')])
  const document = await server.quarantine.find(id)
  if (!document) notFound()
  return (
    <>
      <p className="mb-4 text-small">
        <Link href="/admin/quarantine" prefetch={false} className="text-ink-2 underline underline-offset-4">
          {t('back')}
        </Link>
      </p>
      <HeldDocument document={document} canDecide={role === 'admin' && document.status !== 'released'} />
    </>
  )
}
