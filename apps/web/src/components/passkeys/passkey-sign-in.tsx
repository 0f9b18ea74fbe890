'use client'

import { startAuthentication } from '@simplewebauthn/browser'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState, useSyncExternalStore } from 'react'
import { callApi } from '../admin/call-api'
import { findPasskeyObstacle } from './find-passkey-obstacle'
import { PasskeyObstacleText } from './passkey-obstacle-text'
import { toPasskeyFailure } from './to-passkey-failure'

const never = () => () => {}

/** Signs in by a passkey of this device, of whichever account it is. Only scripts can: without them there is no button. */
export function PasskeySignIn({ onDone }: { onDone: (role: string) => void }) {
  const t = useTranslations('signIn.passkey')
  const hasScripts = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const [asking, setAsking] = useState(false)
  const [problem, setProblem] = useState<ReactNode>(null)

  async function authenticate(): Promise<{ role: string } | { problem: ReactNode }> {
    const obstacle = findPasskeyObstacle()
    if (obstacle) return { problem: <PasskeyObstacleText obstacle={obstacle} /> }
    const options = await callApi<Parameters<typeof startAuthentication>[0]['optionsJSON']>({
      path: '/api/v1/session/passkey/options',
      method: 'POST',
    })
    const fail = (code: string) => ({ problem: t(code === 'RATE_LIMITED' ? 'limited' : 'failed') })
    if (options.error) return fail(options.error.code)
    try {
      const response = await startAuthentication({ optionsJSON: options.value })
      const entered = await callApi<{ role: string }>({
        path: '/api/v1/session/passkey',
        method: 'POST',
        json: { response },
      })
      if (entered.value) return entered.value
      return entered.error.code === 'UNAUTHENTICATED' ? { problem: t('refused') } : fail(entered.error.code)
    } catch (error) {
      return { problem: t(toPasskeyFailure(error) === 'cancelled' ? 'cancelled' : 'failed') }
    }
  }

  async function signIn() {
    if (asking) return
    setAsking(true)
    setProblem(null)
    const outcome = await authenticate()
    setAsking(false)
    if ('problem' in outcome) setProblem(outcome.problem)
    else onDone(outcome.role)
  }

  if (!hasScripts) return null
  return (
    <div className="grid gap-3">
      <button type="button" onClick={signIn} aria-disabled={asking} className="button">
        {asking ? t('asking') : t('submit')}
      </button>
      {problem ? (
        <p role="alert" className="border-s-4 border-ink ps-3 text-small">
          {problem}
        </p>
      ) : null}
    </div>
  )
}
