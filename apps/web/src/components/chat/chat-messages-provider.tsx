import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'

/** Gives the chat's islands their words, and only theirs. */
export async function ChatMessagesProvider({ children }: { children: ReactNode }) {
  const { chat, answer, source, errors, place, feedback, share, signIn } = await getMessages()
  return (
    <NextIntlClientProvider messages={{ chat, answer, source, errors, place, feedback, share, signIn }}>
      {children}
    </NextIntlClientProvider>
  )
}
