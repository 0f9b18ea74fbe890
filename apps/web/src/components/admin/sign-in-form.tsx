'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import type { SignInState } from '@/app/sign-in/actions'
import { PasskeySignIn } from '../passkeys/passkey-sign-in'
import { SignInFields } from '../sign-in/sign-in-fields'

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
    <>
      <form action={submit} className="mt-8 grid gap-5">
        <input type="hidden" name="next" value={options.returnPath ?? ''} />
        <SignInFields name={state.name} problem={state.problem} />
        <button type="submit" aria-disabled={pending} className="button button-primary">
          {pending ? t('submitting') : t('submit')}
        </button>
      </form>
      <div className="mt-4">
        <PasskeySignIn
          onDone={(role) => window.location.assign(options.returnPath ?? (role === 'reader' ? '/' : '/admin'))}
        />
      </div>
    </>
  )
}
