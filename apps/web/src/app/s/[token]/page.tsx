import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { ChatMessagesProvider } from '@/components/chat/chat-messages-provider'
import { SharedThread } from '@/components/share/shared-thread'
import { SiteFooter } from '@/components/shell/site-footer'
import { authorizePage } from '@/server/auth/authorize-page'
import { findDocumentTitles } from '@/server/chat/find-document-titles'
import { getServer } from '@/server/get-server'

interface Props {
  params: Promise<{ token: string }>
}

const findShare = cache(async (token: string) => (await getServer()).shares.find(token))

/** The address is the key: no search engine keeps it, and no other site is told it. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const share = await findShare((await params).token)
  return {
    title: share?.title,
    robots: { index: false, follow: false, noarchive: true },
    referrer: 'no-referrer',
  }
}

export default async function SharedPage({ params }: Props) {
  await authorizePage(`/s/${(await params).token}`)
  const share = await findShare((await params).token)
  if (!share) notFound()
  const [t, format, documentTitles] = await Promise.all([
    getTranslations('share'),
    getFormatter(),
    findDocumentTitles({ server: await getServer(), filters: share.turns.map(({ filters }) => filters) }),
  ])
  const [only, ...more] = share.turns
  const isOnlyQuestion = more.length === 0 && only?.question.includes(share.title)
  return (
    <>
      <main id="content" tabIndex={-1} className="outline-none">
        <ChatMessagesProvider>
          <SharedThread turns={share.turns} documentTitles={documentTitles}>
            <header className="pt-8">
              {/* Of a single question the title says nothing more. */}
              <h1 className={isOnlyQuestion ? 'sr-only' : 'text-title'}>{share.title}</h1>
              <p className="text-note text-ink-2">
                {t('asOf', { date: format.dateTime(new Date(share.updatedAt), { dateStyle: 'long' }) })}
              </p>
            </header>
          </SharedThread>
        </ChatMessagesProvider>
      </main>
      <SiteFooter />
    </>
  )
}
