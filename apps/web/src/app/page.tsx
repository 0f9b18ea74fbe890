import { maxQuestionLength } from '@shutten/core'
import { getLocale, getTranslations } from 'next-intl/server'
import { ChatMessagesProvider } from '@/components/chat/chat-messages-provider'
import { ChatRoom } from '@/components/chat/chat-room'
import { Colophon } from '@/components/chat/colophon'
import { RecentConversations } from '@/components/chat/recent-conversations'
import { Welcome } from '@/components/chat/welcome'
import { getServer } from '@/server/get-server'
import { findOwner } from '@/server/session/find-owner'

export default async function ChatPage({ searchParams }: { searchParams: Promise<{ q?: string | string[] }> }) {
  const [{ q }, language, owner, server, t, chat] = await Promise.all([
    searchParams,
    getLocale(),
    findOwner(),
    getServer(),
    getTranslations('home'),
    getTranslations('chat'),
  ])
  const [status, suggestions, recent] = await Promise.all([
    server.status(),
    server.suggestions({ language, count: 4 }),
    owner ? server.conversations.list({ owner, limit: 5 }) : [],
  ])
  return (
    <ChatMessagesProvider>
      <ChatRoom
        maxQuestionLength={maxQuestionLength}
        conversationTitle={chat('conversation')}
        welcome={<Welcome documents={status.documents} />}
        suggestionsHeading={t('suggestions')}
        suggestions={suggestions}
        afterSuggestions={
          <>
            <RecentConversations conversations={recent} />
            <Colophon status={status} />
          </>
        }
        firstQuestion={typeof q === 'string' && q.trim() !== '' ? q : null}
      />
    </ChatMessagesProvider>
  )
}
