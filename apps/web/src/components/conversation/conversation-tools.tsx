'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

const ShareDialog = dynamic(() => import('../share/share-dialog').then((module) => module.ShareDialog))

/** What can be done with a conversation as a whole. Its room is kept while there is none to do it with. */
export function ConversationTools({ conversationId }: { conversationId: string | null }) {
  const t = useTranslations('chat.tools')
  const [sharing, setSharing] = useState(false)
  return (
    <nav
      aria-label={t('label')}
      className="conversation-tools"
      style={conversationId === null ? { visibility: 'hidden' } : undefined}
    >
      <a href="/history" className="quiet-button">
        {t('history')}
      </a>
      <a href="/" className="quiet-button">
        {t('new')}
      </a>
      <span className="ms-auto" />
      <button type="button" className="quiet-button" aria-haspopup="dialog" onClick={() => setSharing(true)}>
        {t('share')}
      </button>
      <a
        href={`/api/conversations/${encodeURIComponent(conversationId ?? '')}/markdown`}
        download
        className="quiet-button"
      >
        {t('markdown')}
      </a>
      <button type="button" className="quiet-button" onClick={() => window.print()}>
        {t('print')}
      </button>
      {sharing && conversationId !== null ? (
        <ShareDialog conversationId={conversationId} onClose={() => setSharing(false)} />
      ) : null}
    </nav>
  )
}
