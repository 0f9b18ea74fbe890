import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { SignInForm } from '@/components/admin/sign-in-form'
import '@/components/admin/admin.css'
import { safeReturnPath } from '@/server/auth/safe-return-path'
import { submitSignIn } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('title'), robots: { index: false } }
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const [{ next }, t, messages] = await Promise.all([searchParams, getTranslations('signIn'), getMessages()])
  return (
    <main id="content" className="mx-auto w-full max-w-md px-4 py-14 sm:py-24">
      <h1 className="text-title">{t('title')}</h1>
      <p className="mt-3 text-small text-ink-2">{t('lead')}</p>
      <NextIntlClientProvider messages={{ signIn: messages.signIn }}>
        <SignInForm action={submitSignIn} returnPath={safeReturnPath(next)} />
      </NextIntlClientProvider>
      <p className="mt-8 border-t border-rule pt-4 text-note text-ink-2">{t('help')}</p>
    </main>
  )
}
