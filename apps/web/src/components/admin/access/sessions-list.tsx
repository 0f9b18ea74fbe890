'use client'

import type { SessionSummary } from '@shutten/core'
import { useRouter } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { callApi } from '../call-api'
import { Confirm } from './confirm'
import { describeBrowser } from './describe-browser'

/** Where one is signed in; each session but this one can be ended, or all others at once. */
export function SessionsList({ sessions, own }: { sessions: readonly SessionSummary[]; own: string }) {
  const t = useTranslations('account')
  const format = useFormatter()
  const router = useRouter()
  const refresh = () => router.refresh()
  const time = (iso: string) => format.dateTime(new Date(iso), { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <>
      <ul className="mt-3 border-t border-rule">
        {sessions.map(({ id, userAgent, address, createdAt, lastSeenAt }) => {
          const browser = describeBrowser(userAgent) ?? t('unknownBrowser')
          return (
            <li key={id} data-session={id === own ? 'own' : 'other'} className="border-b border-rule py-3">
              <div className="flex flex-wrap items-center gap-x-3">
                <span className="font-bold">{browser}</span>
                {id === own ? <span className="text-note text-ink-2">{t('here')}</span> : null}
                {id === own ? null : (
                  <span className="ms-auto">
                    <Confirm
                      label={t('end')}
                      name={t('endOf', { browser, time: time(lastSeenAt ?? createdAt) })}
                      title={t('endTitle')}
                      text={t('endText', { browser })}
                      confirm={t('end')}
                      act={() => callApi({ path: `/api/v1/sessions/${encodeURIComponent(id)}`, method: 'DELETE' })}
                      onDone={refresh}
                    />
                  </span>
                )}
              </div>
              <p className="text-note text-ink-2">
                {t('seen', { time: time(lastSeenAt ?? createdAt) })}
                {' · '}
                {t('since', { time: time(createdAt) })}
                {address ? <span className="font-mono"> · {address}</span> : null}
              </p>
            </li>
          )
        })}
      </ul>
      {sessions.length > 1 ? (
        <div className="mt-3 -ms-2">
          <Confirm
            label={t('endOthers')}
            name={t('endOthers')}
            title={t('endOthersTitle')}
            text={t('endOthersText', { count: sessions.length - 1 })}
            confirm={t('endOthers')}
            act={() => callApi({ path: '/api/v1/sessions', method: 'DELETE' })}
            onDone={refresh}
          />
        </div>
      ) : null}
    </>
  )
}
