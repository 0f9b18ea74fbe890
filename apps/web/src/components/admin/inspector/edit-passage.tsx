'use client'

import type { PassageEdit } from '@shutten/core'
import { useRouter } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useId, useState } from 'react'
import { WordDiff } from '@/components/ui/word-diff'
import type { PassageDraft } from '@/server/documents/create-passage-editor'
import { type ApiError, callApi } from '../call-api'
import { ErrorNotice } from '../error-notice'
import { useJobBoard } from '../job-board-context'

/**
 * Writes other words in the place of a passage's. What was typed stays in the form whatever happens: when the session has ended, when
 * somebody else was faster, when the server is not there.
 */
export function EditPassage(options: {
  documentId: string
  passageId: string
  language: string
  draft: PassageDraft
  /** An edit that has lost its place, whose words are offered here. */
  resolves: Pick<PassageEdit, 'id' | 'text'> | null
}) {
  const { documentId, passageId, language, draft, resolves } = options
  const t = useTranslations('admin.edits')
  const format = useFormatter()
  const router = useRouter()
  const { follow, holdPage } = useJobBoard()
  const id = useId()
  const [isOpen, setIsOpen] = useState(resolves !== null)
  const [text, setText] = useState(resolves?.text ?? draft.text)
  /** What the words that were typed are meant to take the place of. */
  const [seen, setSeen] = useState(draft)
  const [other, setOther] = useState<PassageEdit | 'none' | null>(null)
  const [asking, setAsking] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  // The passage may be gone when the page is read anew, and with it what was typed.
  useEffect(() => (isOpen ? holdPage() : undefined), [isOpen, holdPage])
  const edits = `/api/v1/documents/${encodeURIComponent(documentId)}/edits`

  async function lookAgain() {
    const { value } = await callApi<{ edits: PassageEdit[] }>({ path: edits, method: 'GET' })
    if (!value) return
    const found = value.edits.find(({ original }) => original === seen.original)
    setOther(found ?? 'none')
    setSeen({ ...seen, base: found ? [{ id: found.id, revision: found.revision }] : [] })
  }

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (asking) return
    setAsking(true)
    const { original, base } = seen
    const json = { passageId, original, text, base, resolves: resolves?.id ?? null }
    const { value, error } = await callApi<{ jobId: string }>({ path: edits, method: 'PUT', json })
    setError(error ?? null)
    if (error?.code === 'EDIT_CHANGED') await lookAgain()
    else if (value) {
      setIsOpen(false)
      setOther(null)
      await follow(value.jobId)
      router.refresh()
    }
    setAsking(false)
  }

  if (!isOpen)
    return (
      <div className="mt-4">
        <button
          type="button"
          className="button"
          onClick={() => {
            setText(draft.text)
            setSeen(draft)
            setError(null)
            setIsOpen(true)
          }}
        >
          {t('edit')}
        </button>
        <p className="mt-2 text-note text-ink-2">{t('editText')}</p>
      </div>
    )
  return (
    <form onSubmit={submit} className="mt-4 grid gap-3" data-edit-form="">
      <label htmlFor={id} className="text-small font-bold">
        {t('text')}
      </label>
      <textarea
        id={id}
        lang={language}
        value={text}
        onChange={(event) => setText(event.target.value)}
        rows={Math.min(18, Math.max(5, text.split('\n').length + Math.ceil(text.length / 30)))}
        className="admin-input py-2 leading-relaxed"
      />
      <div className="text-small">
        <p className="font-bold">{t('change')}</p>
        <WordDiff before={seen.original} after={text} language={language} />
      </div>
      {error ? <ErrorNotice error={error} /> : null}
      {other ? (
        <div className="border-s-4 border-ink bg-sheet px-4 py-3 text-small" data-other="">
          {other === 'none' ? (
            <p>{t('otherGone')}</p>
          ) : (
            <>
              <p className="font-bold">
                {t('other', {
                  by: other.by,
                  at: format.dateTime(new Date(other.updatedAt), { dateStyle: 'medium', timeStyle: 'short' }),
                })}
              </p>
              <WordDiff before={other.original} after={other.text} language={language} />
              <button type="button" className="quiet-button" onClick={() => setText(other.text)}>
                {t('takeOther')}
              </button>
            </>
          )}
        </div>
      ) : null}
      <div className="flex flex-wrap gap-3">
        <button type="submit" className="button button-primary" aria-disabled={asking}>
          {asking ? t('saving') : other ? t('saveOver') : t('save')}
        </button>
        <button type="button" className="button" onClick={() => setIsOpen(false)}>
          {t('cancel')}
        </button>
      </div>
      <p className="text-note text-ink-2">{t('saveText')}</p>
    </form>
  )
}
