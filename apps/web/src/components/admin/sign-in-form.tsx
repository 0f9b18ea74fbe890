'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import type { SignInState } from '@/app/sign-in/actions'

/** Name and password. The form works before, and without, any script. */
export function SignInForm(options: {
  action: (state: SignInState, form: FormData) => Promise<SignInState>
  /** Null: wherever who signs in is at home. */
  returnPath: string | null
}) {
  const t = useTranslations('signIn')
  const [state, submit, pending] = useActionState(options.action, {
    problem: null,
    // Who comes from the administration is, most often, the admin.
    name: options.returnPath?.startsWith('/admin') ? 'admin' : '',
  })
  return (
    <form action={submit} className="mt-8 grid gap-5">
      <input type="hidden" name="next" value={options.returnPath ?? ''} />
      <label className="grid gap-1 text-small">
        {t('name')}
        <input
          name="name"
          required
          maxLength={200}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={state.name}
          key={state.name}
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
          aria-invalid={state.problem === 'wrong' || undefined}
          aria-describedby={state.problem ? 'sign-in-problem' : undefined}
          className="admin-input"
        />
      </label>
      {state.problem ? (
        <p id="sign-in-problem" role="alert" className="border-s-4 border-ink ps-3 text-small font-bold">
          {t(state.problem)}
        </p>
      ) : null}
      <button type="submit" aria-disabled={pending} className="button button-primary">
        {pending ? t('submitting') : t('submit')}
      </button>
    </form>
  )
}
