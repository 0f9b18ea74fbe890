import { maxQuestionLength } from '@shutten/core'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { everything, fromFilters } from '@/chat/scope'
import { ChatMessagesProvider } from '@/components/chat/chat-messages-provider'
import { ChatRoom } from '@/components/chat/chat-room'
import { authorizePage } from '@/server/auth/authorize-page'
import { findDocumentTitles } from '@/server/chat/find-document-titles'
import { getServer } from '@/server/get-server'
import { labelScopes } from '@/server/search/label-scopes'
import { findOwner } from '@/server/session/find-owner'

interface Props {
  params: Promise<{ id: string }>
}

/** Another visitor's conversation is not told apart from one that does not exist. */
const findConversation = cache(async (id: string) => {
  const owner = await findOwner()
  return owner === null ? null : (await getServer()).conversations.find({ id, owner })
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const conversation = await findConversation(decodeURIComponent((await params).id))
  return { title: conversation?.title, robots: { index: false } }
}

export default async function ConversationPage({ params }: Props) {
  const { id } = await params
  await authorizePage(`/c/${id}`)
  const conversation = await findConversation(decodeURIComponent(id))
  const owner = await findOwner()
  if (!conversation || owner === null) notFound()
  const server = await getServer()
  const [scopes, documentTitles, feedback] = await Promise.all([
    labelScopes({ server }),
    findDocumentTitles({ server, filters: conversation.turns.map((turn) => turn.filters) }),
    server.feedback.listOf({ owner, conversationId: conversation.id }),
  ])
  return (
    <ChatMessagesProvider>
      <ChatRoom
        key={conversation.id}
        maxQuestionLength={maxQuestionLength}
        conversationTitle={conversation.title}
        scopes={scopes}
        // A follow-up is narrowed as the question before it.
        scope={fromFilters(conversation.turns.at(-1)?.filters) ?? everything}
        documentTitles={documentTitles}
        conversation={{ id: conversation.id, turns: conversation.turns, feedback }}
      />
    </ChatMessagesProvider>
  )
}
