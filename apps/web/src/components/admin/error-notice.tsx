import { useTranslations } from 'next-intl'
import { SignInHere } from '../sign-in/sign-in-here'
import type { ApiError } from './call-api'
import { useErrorText } from './use-error-text'

/** What went wrong and what to do next, in the reader's language. */
export function ErrorNotice({ error, live = true }: { error: ApiError; live?: boolean }) {
  const t = useTranslations('admin')
  const { message, suggestion } = useErrorText()(error)
  return (
    <div role={live ? 'alert' : undefined} className="border-s-4 border-ink bg-sheet px-4 py-3 text-small">
      <p className="font-bold">{message}</p>
      <p className="text-ink-2">{suggestion}</p>
      <p className="mt-1 text-note text-ink-3">
        {t('errorCode')} <code className="font-mono">{error.code}</code>
      </p>
      {error.code === 'UNAUTHENTICATED' ? <SignInHere /> : null}
    </div>
  )
}
