import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useErrorText } from '../use-error-text'
import type { UploadProgress } from './describe-progress'
import type { UploadEntry } from './upload-entry'

/** A file on its way into the index, with what to do where it does not get there. */
export function UploadRow(options: {
  entry: UploadEntry
  progress: UploadProgress
  canRetry: boolean
  onRetry: () => void
  onCancel: () => void
}) {
  const { entry, progress, canRetry, onRetry, onCancel } = options
  const t = useTranslations('admin.uploads')
  const errorText = useErrorText()
  const { state, outcome, error } = progress
  const isLoud = state === 'refused' || state === 'failed' || state === 'quarantined'
  return (
    <li data-upload={entry.path} data-state={state} className="border-b border-rule py-2">
      <div className="flex flex-wrap items-center gap-x-3">
        <span className="min-w-0 flex-1 font-mono text-note break-all">{entry.path}</span>
        <span className={`text-note whitespace-nowrap ${isLoud ? 'font-bold' : 'text-ink-2'}`}>
          {state === 'done' && outcome ? t(`outcome.${outcome}`) : t(`state.${state}`)}
        </span>
        {state === 'waiting' || state === 'sending' ? (
          <button
            type="button"
            className="quiet-button"
            aria-label={t('cancelOf', { name: entry.path })}
            onClick={onCancel}
          >
            {t('cancel')}
          </button>
        ) : null}
        {canRetry ? (
          <button
            type="button"
            className="quiet-button"
            aria-label={t('retryOf', { name: entry.path })}
            onClick={onRetry}
          >
            {t('retry')}
          </button>
        ) : null}
      </div>
      {state === 'sending' ? (
        <progress
          className="admin-progress"
          aria-label={t('progressOf', { name: entry.path })}
          value={entry.sentBytes}
          max={Math.max(entry.file.size, 1)}
        />
      ) : null}
      {error ? (
        <p className="text-note">
          {errorText(error).message} <span className="text-ink-2">{errorText(error).suggestion}</span>{' '}
          <code className="font-mono text-ink-3">{error.code}</code>
        </p>
      ) : null}
      {state === 'quarantined' ? (
        <p className="text-note">
          <Link href="/admin/quarantine" prefetch={false} className="underline underline-offset-4">
            {t('seeQuarantine')}
          </Link>
        </p>
      ) : null}
    </li>
  )
}
