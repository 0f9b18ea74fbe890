import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AccountRow } from '@/components/admin/access/account-row'
import { AnonymousChat } from '@/components/admin/access/anonymous-chat'
import { NewAccount } from '@/components/admin/access/new-account'
import { requirePrincipal } from '@/server/auth/require-principal'
import { getServer } from '@/server/get-server'
import { readAnonymousChat } from '@/server/settings/anonymous-chat'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('accounts.title') }
}

export default async function AccountsPage() {
  const principal = await requirePrincipal('/admin/accounts')
  const [server, t] = await Promise.all([getServer(), getTranslations('admin.accounts')])
  const [accounts, anonymousChat] = await Promise.all([server.accounts.list(), readAnonymousChat(server.settings)])
  return (
    <>
      <h1 className="text-title">{t('title')}</h1>
      <p className="mt-1 mb-6 max-w-measure text-small text-ink-2">{t('lead')}</p>
      <div className="grid gap-x-14 gap-y-12 lg:grid-cols-[3fr_2fr]">
        <ul className="border-t border-rule" aria-label={t('title')}>
          {accounts.map((account) => (
            <AccountRow
              key={account.id}
              account={account}
              isOwn={principal.kind === 'session' && principal.accountId === account.id}
              isFixed={account.name === server.fixedAccount}
            />
          ))}
        </ul>
        <div className="min-w-0">
          <section aria-labelledby="new-account-title">
            <h2 id="new-account-title" className="text-entry">
              {t('add')}
            </h2>
            <NewAccount />
          </section>
          <section aria-labelledby="who-asks-title" className="mt-12">
            <h2 id="who-asks-title" className="text-entry">
              {t('whoAsks')}
            </h2>
            <AnonymousChat isOn={anonymousChat} />
          </section>
        </div>
      </div>
    </>
  )
}
