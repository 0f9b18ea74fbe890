import type { LeftOutItem, SourcePreview } from '@shutten/ingestion/sources'
import { useFormatter, useTranslations } from 'next-intl'
import { FailureList } from '../failure-list'
import { useErrorText } from '../use-error-text'
import { PreviewReached } from './preview-reached'

/** What a look at a source found: how it was reached, what would be taken, what not and why. */
export function PreviewView(options: { preview: SourcePreview; isFolder: boolean; isStale: boolean }) {
  const { preview, isFolder, isStale } = options
  const t = useTranslations('admin.sourceTest')
  const format = useFormatter()
  const { taken, leftOut, gone, failed, cut } = preview
  return (
    <section aria-label={t('title')} className="mt-4 grid gap-4 border-y border-rule py-4 text-small">
      {isStale ? <p className="font-bold">{t('stale')}</p> : null}
      <PreviewReached preview={preview} />
      <p role="status" data-preview-counts className="font-bold">
        {t('counts', { taken: taken.count, leftOut: leftOut.count })}
        {cut ? <span className="font-normal text-ink-2"> {t(`cut.${cut}`)}</span> : null}
      </p>
      <FailureList failures={failed} title={t('failed')} />
      {taken.first.length > 0 ? (
        <details open>
          <summary className="min-h-11 cursor-pointer content-center underline underline-offset-4">
            {t('taken', { shown: taken.first.length, count: taken.count })}
          </summary>
          <ul data-preview="taken" className="admin-preview">
            {taken.first.map((item) => (
              <li key={item.name}>
                <span className="font-mono text-note break-all">{decode(item.name)}</span>
                <span className="text-note text-ink-2">
                  {[
                    item.title,
                    item.mediaType,
                    item.bytes === null ? null : sizeOf(item.bytes, format.number),
                    item.isKnown ? t('known') : null,
                    item.isRead && !isFolder ? t('read') : null,
                  ]
                    .filter(Boolean)
                    .join('・')}
                </span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {leftOut.count > 0 ? (
        <details open>
          <summary className="min-h-11 cursor-pointer content-center underline underline-offset-4">
            {t('leftOut', { shown: leftOut.first.length, count: leftOut.count })}
          </summary>
          <ul data-preview="left-out" className="admin-preview">
            {leftOut.first.map((item) => (
              <LeftOut key={`${item.name} ${item.reason}`} item={item} />
            ))}
          </ul>
        </details>
      ) : null}
      {gone.count > 0 ? (
        <div data-preview="gone" className="border-s-4 border-ink ps-4">
          <p className="font-bold">{t('gone', { count: gone.count })}</p>
          <ul className="admin-preview">
            {gone.first.map(({ name, reason }) => (
              <li key={name}>
                <span className="font-mono text-note break-all">{decode(name)}</span>
                <span className="text-note text-ink-2">{t(`goneFor.${reason}`)}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  )
}

function LeftOut({ item }: { item: LeftOutItem }) {
  const t = useTranslations('admin.sourceTest')
  const errorText = useErrorText()
  const { name, reason, pattern, failure } = item
  const why =
    reason === 'excluded' ? (pattern === null ? t('notIncluded') : t('excludedBy', { pattern })) : t(`reason.${reason}`)
  return (
    <li>
      <span className="font-mono text-note break-all">{decode(name) || '—'}</span>
      <span className="text-note text-ink-2">
        {why}
        {failure ? ` ${errorText(failure).message} ${errorText(failure).suggestion} ` : null}
        {failure ? <code className="font-mono">{failure.code}</code> : null}
      </span>
    </li>
  )
}

function sizeOf(bytes: number, number: (value: number, options: { maximumFractionDigits: number }) => string): string {
  if (bytes < 1024) return `${bytes} B`
  const [size, unit] = bytes < 1024 ** 2 ? [bytes / 1024, 'kB'] : [bytes / 1024 ** 2, 'MB']
  return `${number(size, { maximumFractionDigits: 1 })} ${unit}`
}

function decode(name: string): string {
  try {
    return decodeURI(name)
  } catch {
    return name
  }
}
