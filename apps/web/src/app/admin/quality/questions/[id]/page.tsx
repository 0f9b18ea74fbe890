import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DeleteGolden } from '@/components/admin/quality/delete-golden'
import { GoldenForm } from '@/components/admin/quality/golden-form'
import { requirePrincipal } from '@/server/auth/require-principal'
import { getServer } from '@/server/get-server'
import { toGoldenFields } from '@/server/quality/golden-form'
import { saveGolden } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('quality.editTitle') }
}

export default async function GoldenQuestionPage({ params }: { params: Promise<{ id: string }> }) {
  const id = decodeURIComponent((await params).id)
  await requirePrincipal(`/admin/quality/questions/${encodeURIComponent(id)}`)
  const [{ quality }, t] = await Promise.all([getServer(), getTranslations('admin.quality')])
  const golden = await quality.questions.find(id)
  if (!golden) notFound()
  return (
    <>
      <p className="mb-4 text-small">
        <Link href="/admin/quality/questions" prefetch={false} className="text-ink-2 underline underline-offset-4">
          {t('backToQuestions')}
        </Link>
      </p>
      <div className="flex flex-wrap items-center gap-4">
        <h1 className="text-title">{t('editTitle')}</h1>
        <DeleteGolden id={golden.id} question={golden.question} isAlone />
      </div>
      <GoldenForm
        action={saveGolden}
        known={{ id: golden.id, seen: golden.updatedAt }}
        fields={toGoldenFields(golden)}
      />
    </>
  )
}
