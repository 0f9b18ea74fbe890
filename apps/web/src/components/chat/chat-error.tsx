'use client'

import { useTranslations } from 'next-intl'
import { parseChatError } from '@/chat/parse-chat-error'
import { SignInHere } from '../sign-in/sign-in-here'

/** What went wrong, what to do, and the way to try again. */
export function ChatError({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const t = useTranslations('errors')
  const labels = useTranslations('chat')
  const failure = parseChatError(error)
  const known = failure.code as 'network'
  // Codes without words of their own speak as the server wrote them.
  const translated = t.has(`${known}.message`)
  return (
    <div role="alert" className="border-s-2 border-ink ps-4">
      <p className="font-display text-lead font-semibold">{t('title')}</p>
      <p>{translated ? t(`${known}.message`) : failure.message}</p>
      <p className="text-ink-2">{translated ? t(`${known}.suggestion`) : failure.suggestion}</p>
      {failure.code === 'UNAUTHENTICATED' ? <SignInHere /> : null}
      <p className="mt-3 flex items-center gap-4">
        <button type="button" className="button" onClick={onRetry}>
          {labels('retry')}
        </button>
        <code className="font-mono text-note text-ink-3">{failure.code}</code>
      </p>
    </div>
  )
}
