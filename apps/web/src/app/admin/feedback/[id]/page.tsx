import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { FeedbackList } from '@/components/admin/feedback-list'
import { newGoldenHref } from '@/components/admin/quality/questions-filter'
import { ChatMessagesProvider } from '@/components/chat/chat-messages-provider'
import { SharedThread } from '@/components/share/shared-thread'
import { requirePrincipal } from '@/server/auth/require-principal'
import { getServer } from '@/server/get-server'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('feedback.title') }
}

/** A verdict, and the turn as it stood when it was given. */
export default async function FeedbackItemPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  await requirePrincipal(`/admin/feedback/${encodeURIComponent(id)}`)
  const server = await getServer()
  const [given, t] = await Promise.all([server.feedback.find(id), getTranslations('admin.feedback')])
  if (!given) notFound()
  const { question, answer, turnId, createdAt } = given
  return (
    <>
      <p className="mb-4 text-small">
        <a href="/admin/feedback" className="text-ink-2 underline underline-offset-4">
          {t('back')}
        </a>
      </p>
      <h1 className="text-title">{t('asItWas')}</h1>
      <FeedbackList feedback={[given]} />
      <p className="mt-2 text-small">
        <a
          href={newGoldenHref({
            question,
            relevant: given.verdict === 'good' ? answer.citations.map(({ documentId }) => documentId) : [],
            ...(given.reason === 'should-not-have-answered' && { expects: 'refusal' }),
          })}
          className="inline-flex min-h-11 items-center underline underline-offset-4"
        >
          {t('golden')}
        </a>
      </p>
      <ChatMessagesProvider>
        <SharedThread turns={[{ id: turnId, question, answer, createdAt, filters: null }]} documentTitles={{}} />
      </ChatMessagesProvider>
    </>
  )
}
