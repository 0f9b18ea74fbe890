'use client'

import { useSyncExternalStore } from 'react'
import { MessagePage } from '@/components/shell/message-page'
import { errorPageWords } from '@/i18n/error-page-words'

const never = () => () => undefined

export default function ErrorPage({ retry }: { error: Error & { digest?: string }; retry: () => void }) {
  const language = useSyncExternalStore(
    never,
    () => document.documentElement.lang,
    () => 'ja',
  )
  const words = errorPageWords[language === 'en' ? 'en' : 'ja']
  return (
    <MessagePage title={words.title} text={words.text}>
      <button type="button" className="button button-primary" onClick={retry}>
        {words.retry}
      </button>
      <a href="/" className="button">
        {words.home}
      </a>
    </MessagePage>
  )
}
