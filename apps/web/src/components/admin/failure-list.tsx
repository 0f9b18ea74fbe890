import type { ItemFailure } from '@shutten/core'
import { useTranslations } from 'next-intl'
import { useErrorText } from './use-error-text'

/** Each thing that could not be taken: which, why, and what to do. */
export function FailureList({ failures, title }: { failures: readonly ItemFailure[]; title?: string }) {
  const t = useTranslations('admin')
  const errorText = useErrorText()
  if (failures.length === 0) return null
  return (
    <div className="mt-3 border-s-4 border-ink ps-4 text-small">
      <p className="font-bold">{title ?? t('job.failures')}</p>
      <ul className="mt-1 grid gap-2">
        {failures.map((failure) => {
          const { message, suggestion } = errorText(failure)
          return (
            <li key={`${failure.uri} ${failure.code}`}>
              <p className="font-mono text-note">{failure.uri}</p>
              <p>
                {message} <span className="text-ink-2">{suggestion}</span>{' '}
                <code className="font-mono text-note text-ink-3">{failure.code}</code>
              </p>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
