'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { WordDiff } from '@/components/ui/word-diff'
import type { Inspection } from '@/server/documents/create-inspector'
import { type ApiError, callApi } from '../call-api'
import { ErrorNotice } from '../error-notice'
import { useJobBoard } from '../job-board-context'
import { inspectorHref } from './inspector-href'

/** What editors wrote in a document, with what the source says, and whether it is told already; each can be taken back. */
export function EditList({ inspection }: { inspection: Pick<Inspection, 'document' | 'edits' | 'gone'> }) {
  const { document, edits, gone } = inspection
  const t = useTranslations('admin.edits')
  const format = useFormatter()
  const router = useRouter()
  const { follow } = useJobBoard()
  const [asking, setAsking] = useState<string | null>(null)
  const [error, setError] = useState<ApiError | null>(null)

  async function undo({ id, revision }: { id: string; revision: number }) {
    if (asking) return
    setAsking(id)
    const path = `/api/v1/edits/${encodeURIComponent(id)}?revision=${revision}`
    const { value, error } = await callApi<{ jobId: string | null }>({ path, method: 'DELETE' })
    setError(error ?? null)
    if (value?.jobId) await follow(value.jobId)
    router.refresh()
    setAsking(null)
  }

  if (edits.length + gone.length === 0) return null
  return (
    <section aria-labelledby="edits-title" className="mt-6 border-s-4 border-ink bg-sheet px-4 py-3">
      <h2 id="edits-title" className="text-lead">
        {t('list', { count: edits.length })}
      </h2>
      <ul className="mt-1 grid gap-4 text-small">
        {edits.map((edit) => (
          <li key={edit.id} data-edit={edit.id} data-state={edit.state}>
            <p className="font-bold">{t(`state.${edit.state}`)}</p>
            <WordDiff before={edit.original} after={edit.text} language={document.language} />
            <p className="flex flex-wrap items-center gap-x-4 text-note text-ink-2">
              <span>
                {t('by', {
                  by: edit.by,
                  at: format.dateTime(new Date(edit.updatedAt), { dateStyle: 'medium', timeStyle: 'short' }),
                })}
              </span>
              {edit.passageId ? (
                <Link
                  href={inspectorHref({
                    documentId: document.id,
                    passageId: edit.passageId,
                    resolves: edit.state === 'review' ? edit.id : null,
                  })}
                  prefetch={false}
                  className="inline-flex min-h-11 items-center underline underline-offset-4"
                >
                  {edit.state === 'review' ? t('look') : t('passage')}
                </Link>
              ) : null}
              <button type="button" className="quiet-button" aria-disabled={asking !== null} onClick={() => undo(edit)}>
                {edit.state === 'review' ? t('discard') : t('undo')}
                <span className="sr-only">: {edit.text.slice(0, 40)}</span>
              </button>
            </p>
          </li>
        ))}
        {gone.map((edit) => (
          <li key={edit.id} data-edit={edit.id} data-state="gone">
            <p className="font-bold">{t('state.gone')}</p>
            <WordDiff before={edit.text} after={edit.original} language={document.language} />
          </li>
        ))}
      </ul>
      {error ? <ErrorNotice error={error} /> : null}
    </section>
  )
}
