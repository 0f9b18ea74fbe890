'use client'

import { useTranslations } from 'next-intl'
import type { FormEvent } from 'react'
import { ErrorNotice } from '../error-notice'
import { SecretNotice } from './secret-notice'
import { useMaking } from './use-making'

/** Makes an account; its password is made, too, and shown once. */
export function NewAccount() {
  const t = useTranslations('admin.accounts')
  const { form, asking, error, made, make, forget } = useMaking<{ name: string; password: string }>('/api/v1/accounts')

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (asking) return
    const fields = new FormData(event.currentTarget)
    await make({ name: fields.get('name'), role: fields.get('role') })
  }

  return (
    <>
      <form ref={form} onSubmit={submit} className="mt-4 flex flex-wrap items-end gap-3">
        <label className="grid min-w-0 flex-1 gap-1 text-small">
          {t('name')}
          <input
            name="name"
            required
            maxLength={100}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            className="admin-input min-w-0"
          />
        </label>
        <label className="grid gap-1 text-small">
          {t('role')}
          <select name="role" defaultValue="editor" className="admin-input">
            <option value="reader">{t('reader')}</option>
            <option value="editor">{t('editor')}</option>
            <option value="admin">{t('admin')}</option>
          </select>
        </label>
        <button type="submit" aria-disabled={asking} className="button button-primary">
          {t('create')}
        </button>
      </form>
      <div className="mt-4 empty:hidden">
        {error ? <ErrorNotice error={error} /> : null}
        {made ? (
          <SecretNotice title={t('passwordOf', { name: made.name })} secret={made.password} onClose={forget} />
        ) : null}
      </div>
    </>
  )
}
