'use client'

import { useTranslations } from 'next-intl'
import type { SignInState } from '@/app/sign-in/actions'
import '../admin/admin.css'

/** Name and password, and what was wrong with them. */
export function SignInFields({ name = '', problem }: { name?: string; problem: SignInState['problem'] }) {
  const t = useTranslations('signIn')
  return (
    <>
      <label className="grid gap-1 text-small">
        {t('name')}
        <input
          name="name"
          required
          maxLength={200}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={name}
          key={name}
          className="admin-input"
        />
      </label>
      <label className="grid gap-1 text-small">
        {t('password')}
        <input
          name="password"
          type="password"
          required
          maxLength={1000}
          autoComplete="current-password"
          aria-invalid={problem === 'wrong' || undefined}
          aria-describedby={problem ? 'sign-in-problem' : undefined}
          className="admin-input"
        />
      </label>
      {problem ? (
        <p id="sign-in-problem" role="alert" className="border-s-4 border-ink ps-3 text-small font-bold">
          {t(problem)}
        </p>
      ) : null}
    </>
  )
}
