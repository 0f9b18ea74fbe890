'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { SourceFields } from '@/server/sources/read-source-form'
import { type ApiError, callApi } from '../call-api'
import { useErrorText } from '../use-error-text'

interface Runs {
  cron: string
  timeZone: string
  runs: string[]
}

/** Milliseconds without a key before the server is asked. */
const pauseMs = 300

/** When the schedule that stands in the form would run next, as soon as the typing stops. */
export function NextRuns({ fields, kind }: { fields: SourceFields; kind: string }) {
  const t = useTranslations('admin.source')
  const format = useFormatter()
  const errorText = useErrorText()
  const { when, cron, timeZone } = fields
  const [answer, setAnswer] = useState<{ value?: Runs | undefined; error?: ApiError | undefined }>({})
  const isAsked = when === 'default' || (when === 'cron' && cron.trim() !== '')
  useEffect(() => {
    if (!isAsked) return
    const left = new AbortController()
    const timer = setTimeout(async () => {
      const search = new URLSearchParams({ kind })
      if (when === 'cron') search.set('cron', cron)
      if (when === 'cron' && timeZone.trim() !== '') search.set('timeZone', timeZone)
      const path = `/api/v1/schedules/runs?${search}`
      const told = await callApi<Runs>({ path, method: 'GET', signal: left.signal })
      if (!left.signal.aborted) setAnswer(told)
    }, pauseMs)
    return () => {
      clearTimeout(timer)
      left.abort()
    }
  }, [isAsked, when, cron, timeZone, kind])
  if (!isAsked) return null
  const { value, error } = answer
  return (
    <div role="status" data-next-runs className="min-h-6 text-small text-ink-2">
      {error ? (
        <p>
          <strong className="text-ink">{errorText(error).message}</strong> {errorText(error).suggestion}
        </p>
      ) : null}
      {value ? (
        <p className="flex flex-wrap gap-x-3">
          <span>{t('nextRuns', { timeZone: value.timeZone })}</span>
          {value.runs.map((run) => (
            <time key={run} dateTime={run} className="tabular-nums">
              {format.dateTime(new Date(run), {
                month: 'short',
                day: 'numeric',
                weekday: 'short',
                hour: '2-digit',
                minute: '2-digit',
                timeZone: value.timeZone,
              })}
            </time>
          ))}
        </p>
      ) : null}
    </div>
  )
}
