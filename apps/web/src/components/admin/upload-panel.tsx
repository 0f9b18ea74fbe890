'use client'

import type { ItemFailure } from '@shutten/core'
import { useTranslations } from 'next-intl'
import { type DragEvent, useRef, useState } from 'react'
import { maxUploadBytes, uploadTypes } from '@/server/http/upload-types'
import { type ApiError, callApi } from './call-api'
import { ErrorNotice } from './error-notice'
import { FailureList } from './failure-list'
import { useJobBoard } from './job-board-context'
import { planUploads } from './plan-uploads'

/** Takes files by drop or by choice and sends them to be ingested. */
export function UploadPanel() {
  const t = useTranslations('admin.upload')
  const { follow } = useJobBoard()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [sending, setSending] = useState(0)
  const [sent, setSent] = useState(0)
  const [refused, setRefused] = useState<ItemFailure[]>([])
  const [error, setError] = useState<ApiError | null>(null)

  async function send(files: File[]) {
    if (files.length === 0 || sending > 0) return
    const plan = planUploads(files)
    setRefused(plan.refused)
    setError(null)
    setSent(0)
    setSending(plan.batches.flat().length)
    for (const batch of plan.batches) {
      const body = new FormData()
      for (const file of batch) body.append('files', file, file.name)
      const { value, error } = await callApi<{ jobId: string }>({ path: '/api/v1/documents', method: 'POST', body })
      if (error) {
        setError(error)
        break
      }
      setSent((before) => before + batch.length)
      if (value) await follow(value.jobId)
    }
    setSending(0)
  }

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    void send([...event.dataTransfer.files])
  }

  return (
    <section
      aria-labelledby="upload-title"
      data-over={over || undefined}
      className="admin-drop"
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
      }}
      onDrop={drop}
    >
      <h2 id="upload-title" className="text-lead">
        {over ? t('drop') : t('title')}
      </h2>
      <p className="mt-1 text-small text-ink-2">{t('text')}</p>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <button
          type="button"
          className="button"
          aria-disabled={sending > 0}
          onClick={() => (sending > 0 ? undefined : input.current?.click())}
        >
          {t('choose')}
        </button>
        <span className="text-note text-ink-3">
          {uploadTypes.join(' ')}・{t('limit', { size: `${maxUploadBytes / 1024 / 1024} MB` })}
        </span>
      </div>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={uploadTypes.join(',')}
        aria-label={t('choose')}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          event.target.value = ''
          void send(files)
        }}
      />
      <p role="status" className="text-small empty:hidden">
        {sending > 0 ? t('sending', { count: sending }) : sent > 0 ? t('sent', { count: sent }) : null}
      </p>
      {error ? (
        <div className="mt-3">
          <ErrorNotice error={error} />
        </div>
      ) : null}
      <FailureList failures={refused} title={t('refused')} />
    </section>
  )
}
