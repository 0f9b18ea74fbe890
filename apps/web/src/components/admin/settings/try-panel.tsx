import { useTranslations } from 'next-intl'
import { type FormEvent, useRef, useState } from 'react'
import type { trySettings } from '@/server/settings/try-settings'
import { type ApiError, callApi } from '../call-api'
import { ErrorNotice } from '../error-notice'
import { TriedAnswerView } from './tried-answer-view'

type Tried = Awaited<ReturnType<typeof trySettings>>

/** A question, answered with what stands in the forms; nothing of it is kept. */
export function TryPanel(options: { question: string; read: () => unknown; isUnsaved: boolean }) {
  const { read, isUnsaved } = options
  const t = useTranslations('admin.settings')
  const running = useRef<AbortController | null>(null)
  const [question, setQuestion] = useState(options.question)
  const [asking, setAsking] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const [tried, setTried] = useState<Tried | null>(null)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (asking) return
    const controller = new AbortController()
    running.current = controller
    setAsking(true)
    setError(null)
    setTried(null)
    const json = { question, ...(read() as object) }
    const { signal } = controller
    const { value, error } = await callApi<Tried>({ path: '/api/v1/settings/test', method: 'POST', json, signal })
    setAsking(false)
    if (signal.aborted) return
    setError(error ?? null)
    setTried(value ?? null)
  }

  return (
    <aside
      aria-labelledby="try-title"
      className="min-w-0 lg:sticky lg:top-20 lg:max-h-[calc(100vh-6rem)] lg:self-start lg:overflow-y-auto"
    >
      <h2 id="try-title" className="border-t-2 border-ink pt-4 text-entry">
        {t('try.title')}
      </h2>
      <p className="mt-1 text-small text-ink-2">{t('try.lead')}</p>
      <form onSubmit={submit} className="mt-4 grid grid-cols-1 gap-3">
        <label className="grid grid-cols-1 gap-1 text-small">
          {t('try.question')}
          <textarea
            value={question}
            rows={2}
            required
            maxLength={2000}
            onChange={(event) => setQuestion(event.target.value)}
            className="admin-input min-w-0 py-2"
          />
        </label>
        <div className="flex flex-wrap items-center gap-3">
          <button type="submit" aria-disabled={asking} className="button">
            {asking ? t('try.asking') : t('try.send')}
          </button>
          {asking ? (
            <button type="button" className="quiet-button" onClick={() => running.current?.abort()}>
              {t('cancel')}
            </button>
          ) : null}
          <p className="text-note text-ink-2">{isUnsaved ? t('try.withUnsaved') : t('try.withSaved')}</p>
        </div>
      </form>
      <div aria-live="polite" className="mt-5">
        {error ? <ErrorNotice error={error} live={false} /> : null}
        {tried ? <TriedAnswerView tried={tried} /> : null}
      </div>
    </aside>
  )
}
