import { maxQuestionLength } from '@shutten/core'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { ChatMessagesProvider } from '@/components/chat/chat-messages-provider'
import { ChatRoom } from '@/components/chat/chat-room'
import { getServer } from '@/server/get-server'
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
  const conversation = await findConversation(decodeURIComponent((await params).id))
  if (!conversation) notFound()
  return (
    <ChatMessagesProvider>
      <ChatRoom
        key={conversation.id}
        maxQuestionLength={maxQuestionLength}
        conversationTitle={conversation.title}
        conversation={{ id: conversation.id, turns: conversation.turns }}
      />
    </ChatMessagesProvider>
  )
}
