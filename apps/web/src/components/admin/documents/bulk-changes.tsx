'use client'

import type { DocumentChange, DocumentFilter } from '@shutten/core'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ReactNode, useId, useRef, useState } from 'react'
import { type ApiError, callApi } from '../call-api'
import { ConfirmButton } from '../confirm-button'
import { useJobBoard } from '../job-board-context'

/** Chooses documents of the page listed within, or all that the filter lets through, and does the same to all of them. */
export function BulkChanges(options: { filter: DocumentFilter; total: number; children: ReactNode }) {
  const { filter, total, children } = options
  const t = useTranslations('admin.bulk')
  const router = useRouter()
  const { follow } = useJobBoard()
  const form = useRef<HTMLFormElement>(null)
  const dialog = useId()
  const [{ chosen, listed }, setCounts] = useState({ chosen: 0, listed: 0 })
  const [isAll, setIsAll] = useState(false)
  const [told, setTold] = useState<{ action: DocumentChange['action']; documents: number } | null>(null)

  const boxes = () => [...(form.current?.querySelectorAll<HTMLInputElement>('input[name="document"]') ?? [])]
  const count = () => {
    const all = boxes()
    setCounts({ chosen: all.filter(({ checked }) => checked).length, listed: all.length })
    if (all.some(({ checked }) => !checked)) setIsAll(false)
  }
  const number = isAll ? total : chosen

  async function change(asked: DocumentChange): Promise<ApiError | null> {
    const ids = boxes().flatMap(({ checked, value }) => (checked ? [value] : []))
    const { value, error } = await callApi<{ jobId: string; documents: number }>({
      path: '/api/v1/documents/changes',
      method: 'POST',
      json: { change: asked, ...(isAll ? { filter, count: total } : { ids }) },
    })
    if (!value) return error
    setTold({ action: asked.action, documents: value.documents })
    for (const box of boxes()) box.checked = false
    setIsAll(false)
    count()
    await follow(value.jobId)
    router.refresh()
    return null
  }
  const readTags = (name: string) => {
    const field = document.getElementById(`${dialog}-${name}`)
    const text = field instanceof HTMLInputElement ? field.value : ''
    return text.split(/[,、，\n]/).flatMap((tag) => tag.trim() || [])
  }
  const words = { cancel: t('cancel'), asking: t('asking') }
  const tagField = (name: 'add' | 'remove') => (
    <label className="mt-4 grid gap-1 text-small">
      {t(name)}
      <input id={`${dialog}-${name}`} maxLength={2000} autoComplete="off" className="admin-input" />
    </label>
  )

  return (
    <form ref={form} onSubmit={(event) => event.preventDefault()} onChange={count} className="mt-6">
      <div className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-2 text-small" data-bulk>
        <label className="flex min-h-11 items-center gap-3">
          <input
            type="checkbox"
            className="size-5"
            checked={chosen > 0 && chosen === listed}
            ref={(box) => {
              if (box) box.indeterminate = chosen > 0 && chosen < listed
            }}
            onChange={(event) => {
              for (const box of boxes()) box.checked = event.target.checked
              count()
            }}
          />
          {t('choosePage')}
        </label>
        {chosen > 0 && chosen === listed && total > listed ? (
          <button type="button" className="quiet-button" onClick={() => setIsAll(!isAll)}>
            {isAll ? t('choosePageOnly', { count: listed }) : t('chooseAll', { count: total })}
          </button>
        ) : null}
        {number > 0 ? (
          <>
            <span role="status" className="font-bold tabular-nums">
              {t('chosen', { count: number })}
            </span>
            <ConfirmButton
              label={t('reread')}
              title={t('rereadTitle', { count: number })}
              text={t('rereadText')}
              words={{ ...words, confirm: t('rereadConfirm', { count: number }) }}
              act={() => change({ action: 'reread' })}
            />
            <ConfirmButton
              label={t('tag')}
              title={t('tagTitle', { count: number })}
              text={t('tagText')}
              words={{ ...words, confirm: t('tagConfirm', { count: number }) }}
              act={() => change({ action: 'tag', add: readTags('add'), remove: readTags('remove') })}
            >
              {tagField('add')}
              {tagField('remove')}
            </ConfirmButton>
            <ConfirmButton
              label={t('delete')}
              title={t('deleteTitle', { count: number })}
              text={t('deleteText', { count: number })}
              words={{ ...words, confirm: t('deleteConfirm', { count: number }) }}
              act={() => change({ action: 'delete' })}
            />
          </>
        ) : null}
      </div>
      <p role="status" className="text-small font-bold empty:hidden">
        {told ? t(`told.${told.action}`, { count: told.documents }) : null}
      </p>
      {children}
    </form>
  )
}
