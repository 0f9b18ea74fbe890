'use client'

import type { ShareSummary } from '@shutten/core'
import { useFormatter, useTranslations } from 'next-intl'
import { useCallback, useEffect, useId, useRef, useState } from 'react'
import { copyText } from '@/chat/copy-text'

/** Makes the link that shows a conversation as it is now, brings it up to date, takes it back. */
export function ShareDialog({ conversationId, onClose }: { conversationId: string; onClose: () => void }) {
  const t = useTranslations('share')
  const format = useFormatter()
  const dialog = useRef<HTMLDialogElement>(null)
  const name = useId()
  const [share, setShare] = useState<ShareSummary | null>(null)
  const [state, setState] = useState<'loading' | 'idle' | 'failed' | 'copied' | 'renewed' | 'revoked'>('loading')

  const call = useCallback(
    async (method: 'GET' | 'PUT' | 'DELETE', done: typeof state = 'idle') => {
      setState('loading')
      try {
        const response = await fetch(`/api/conversations/${encodeURIComponent(conversationId)}/share`, { method })
        if (!response.ok) throw new Error(`The server answered ${response.status}.`)
        setShare(((await response.json()) as { share: ShareSummary | null }).share)
        setState(done)
      } catch {
        setState('failed')
      }
    },
    [conversationId],
  )
  useEffect(() => {
    dialog.current?.showModal()
    void call('GET')
  }, [call])

  const address = share ? `${window.location.origin}/s/${share.token}` : ''
  const said = { copied: t('copied'), renewed: t('renewed'), revoked: t('revoked') }
  return (
    <dialog ref={dialog} aria-labelledby={name} className="sheet-dialog" onClose={onClose}>
      <h2 id={name} className="text-lead">
        {t('title')}
      </h2>
      <p className="mt-2 text-small text-ink-2">{t('text')}</p>
      {share ? (
        <>
          <label className="mt-4 block text-small">
            {t('link')}
            <input
              readOnly
              value={address}
              className="text-field mt-1 w-full"
              onFocus={(event) => event.target.select()}
            />
          </label>
          <p className="mt-1 text-note text-ink-2">
            {t('state', {
              turns: share.turns,
              date: format.dateTime(new Date(share.updatedAt), { dateStyle: 'medium', timeStyle: 'short' }),
            })}
          </p>
        </>
      ) : null}
      <p role="status" className="mt-2 min-h-6 text-small">
        {state === 'loading' || state === 'idle' || state === 'failed' ? null : said[state]}
      </p>
      {state === 'failed' ? (
        <p role="alert" className="text-small font-bold">
          {t('failed')}
        </p>
      ) : null}
      <p className="mt-3 flex flex-wrap gap-2">
        {share ? (
          <>
            <button
              type="button"
              className="button button-primary"
              onClick={() => void copyText(address).then((copied) => setState(copied ? 'copied' : 'idle'))}
            >
              {t('copy')}
            </button>
            <button type="button" className="button" onClick={() => void call('PUT', 'renewed')}>
              {t('renew')}
            </button>
            <button type="button" className="button" onClick={() => void call('DELETE', 'revoked')}>
              {t('revoke')}
            </button>
          </>
        ) : (
          <button
            type="button"
            className="button button-primary"
            aria-disabled={state === 'loading'}
            onClick={() => (state === 'loading' ? undefined : void call('PUT'))}
          >
            {t('make')}
          </button>
        )}
        <button type="button" className="quiet-button" onClick={() => dialog.current?.close()}>
          {t('close')}
        </button>
      </p>
    </dialog>
  )
}
