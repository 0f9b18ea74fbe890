import { maxQuestionLength } from '@shutten/core'
import { getLocale, getTranslations } from 'next-intl/server'
import { formatScope, parseScope, toFilters } from '@/chat/scope'
import { ChatMessagesProvider } from '@/components/chat/chat-messages-provider'
import { ChatRoom } from '@/components/chat/chat-room'
import { Colophon } from '@/components/chat/colophon'
import { RecentConversations } from '@/components/chat/recent-conversations'
import { Welcome } from '@/components/chat/welcome'
import { authorizePage } from '@/server/auth/authorize-page'
import { withQuery } from '@/server/auth/with-query'
import { findDocumentTitles } from '@/server/chat/find-document-titles'
import { getServer } from '@/server/get-server'
import { labelScopes } from '@/server/search/label-scopes'
import { findOwner } from '@/server/session/find-owner'

interface Search {
  q?: string | string[]
  scope?: string | string[]
}

export default async function ChatPage({ searchParams }: { searchParams: Promise<Search> }) {
  await authorizePage(withQuery('/', { ...(await searchParams) }))
  const [{ q, scope: wanted }, language, owner, server, t, chat] = await Promise.all([
    searchParams,
    getLocale(),
    findOwner(),
    getServer(),
    getTranslations('home'),
    getTranslations('chat'),
  ])
  const scope = parseScope(typeof wanted === 'string' ? wanted : null)
  const [status, suggestions, recent, scopes, documentTitles] = await Promise.all([
    server.status(),
    server.suggestions({ language }),
    owner ? server.conversations.list({ owner, limit: 5 }) : { total: 0, conversations: [] },
    labelScopes({ server }),
    findDocumentTitles({ server, filters: [toFilters(scope)] }),
  ])
  return (
    <ChatMessagesProvider>
      <ChatRoom
        // A link to the first page with another scope is another room.
        key={formatScope(scope)}
        maxQuestionLength={maxQuestionLength}
        scopes={scopes}
        scope={scope}
        documentTitles={documentTitles}
        conversationTitle={chat('conversation')}
        welcome={<Welcome documents={status.documents} />}
        suggestionsHeading={t('suggestions')}
        suggestions={suggestions}
        afterSuggestions={
          <>
            <RecentConversations {...recent} />
            <Colophon status={status} />
          </>
        }
        firstQuestion={typeof q === 'string' && q.trim() !== '' ? q : null}
      />
    </ChatMessagesProvider>
  )
}
