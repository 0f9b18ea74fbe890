import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { submitSignOut } from '@/app/sign-in/actions'
import { describeBrowser } from '@/components/admin/access/describe-browser'
import { PasswordForm } from '@/components/admin/access/password-form'
import { SessionsList } from '@/components/admin/access/sessions-list'
import '@/components/admin/admin.css'
import { NewPasskey } from '@/components/passkeys/new-passkey'
import { PasskeyList } from '@/components/passkeys/passkey-list'
import { minPassword } from '@/server/auth/account-input'
import { authorizePage } from '@/server/auth/authorize-page'
import { getOwnSession } from '@/server/auth/get-own-session'
import { getServer } from '@/server/get-server'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('title'), robots: { index: false } }
}

/** Who one is here: password, passkeys and sessions. */
export default async function AccountPage({ searchParams }: { searchParams: Promise<{ denied?: string | string[] }> }) {
  const { accountId, sessionId, name, role } = getOwnSession(await authorizePage('/account'))
  const [{ denied }, server, t, words, messages] = await Promise.all([
    searchParams,
    getServer(),
    getTranslations('account'),
    getTranslations('admin.accounts'),
    getMessages(),
  ])
  const [sessions, passkeys, head] = await Promise.all([
    server.accounts.listSessions(accountId),
    server.passkeys.list(accountId),
    headers(),
  ])
  const { account, signIn } = messages
  const { errors, errorCode, access } = messages.admin
  return (
    <main id="content" className="mx-auto w-full max-w-measure px-4 py-10 sm:py-14">
      {denied ? (
        <p role="status" className="mb-8 border-s-4 border-ink bg-sheet px-4 py-3 text-small">
          {t('denied', { role: words(role) })}
        </p>
      ) : null}
      <h1 className="text-title">{t('title')}</h1>
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2 text-small">
        <p>{t('signedInAs', { name, role: words(role) })}</p>
        <div className="ms-auto flex items-center gap-3">
          {role === 'reader' ? null : (
            <a href="/admin" className="underline underline-offset-4">
              {t('toAdmin')}
            </a>
          )}
          <form action={submitSignOut}>
            <button type="submit" className="button">
              {t('signOut')}
            </button>
          </form>
        </div>
      </div>
      <NextIntlClientProvider messages={{ account, signIn, admin: { errors, errorCode, access } } as never}>
        <section aria-labelledby="password-title" className="mt-12">
          <h2 id="password-title" className="text-entry">
            {t('password')}
          </h2>
          {name === server.fixedAccount ? (
            <p className="mt-3 text-small text-ink-2">{t('fixed')}</p>
          ) : (
            <PasswordForm name={name} minLength={minPassword} />
          )}
        </section>
        <section aria-labelledby="passkeys-title" className="mt-12">
          <h2 id="passkeys-title" className="text-entry">
            {t('passkey.title')}
          </h2>
          <p className="mt-1 text-small text-ink-2">{t('passkey.lead')}</p>
          <PasskeyList passkeys={passkeys} />
          <NewPasskey account={name} suggestedName={describeBrowser(head.get('user-agent')) ?? ''} />
        </section>
        <section aria-labelledby="sessions-title" className="mt-12">
          <h2 id="sessions-title" className="text-entry">
            {t('sessions')}
          </h2>
          <SessionsList sessions={sessions} own={sessionId} />
        </section>
      </NextIntlClientProvider>
    </main>
  )
}
