import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { submitSignOut } from '@/app/sign-in/actions'
import { AdminNavigation } from '@/components/admin/admin-navigation'
import '@/components/admin/admin.css'
import { JobBoard } from '@/components/admin/job-board'
import { JobBoardProvider } from '@/components/admin/job-board-provider'
import { findAdmin } from '@/server/auth/find-admin'
import { getServer } from '@/server/get-server'
import { readBoard } from '@/server/http/follow-board'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell'))('admin'), robots: { index: false } }
}

/** The frame of the admin pages. Each page asks for the sign-in itself: a layout is not rendered anew between pages. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const principal = await findAdmin()
  if (!principal) return children
  const server = await getServer()
  const [board, t, messages] = await Promise.all([readBoard(server), getTranslations('admin'), getMessages()])
  return (
    <NextIntlClientProvider messages={{ admin: messages.admin, signIn: messages.signIn }}>
      <JobBoardProvider board={board}>
        <div className="border-b border-rule">
          <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-4 px-1 sm:items-start sm:px-3">
            <AdminNavigation role={principal.role} />
            <nav aria-label={t('accountOf', { name: principal.name })} className="ms-auto flex sm:mt-1">
              <a href="/account" className="quiet-button" aria-label={t('accountOf', { name: principal.name })}>
                {principal.name}
              </a>
            </nav>
            <form action={submitSignOut} className="flex items-center sm:mt-1">
              <button type="submit" className="quiet-button" title={t('signedInAs', { name: principal.name })}>
                {t('signOut')}
              </button>
            </form>
          </div>
        </div>
        <main id="content" className="mx-auto w-full max-w-page px-4 py-8 sm:px-6 sm:py-10">
          <JobBoard />
          {children}
        </main>
      </JobBoardProvider>
    </NextIntlClientProvider>
  )
}
