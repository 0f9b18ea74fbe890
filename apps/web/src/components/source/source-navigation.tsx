'use client'

import { useTranslations } from 'next-intl'
import { Icon } from '../ui/icon'

/** Where one is among the answer's citations, and the way to the next. */
export function SourceNavigation(options: {
  number: number
  index: number
  total: number
  onMove: (index: number) => void
}) {
  const t = useTranslations('source')
  const { index, total, onMove } = options
  return (
    <>
      <p className="text-note font-bold text-shu tabular-nums" aria-live="polite">
        {total > 1 ? t('position', { number: options.number, total }) : t('single')}
      </p>
      {total > 1 ? (
        <div className="ms-2 flex">
          <button
            type="button"
            className="icon-button"
            aria-label={t('previous')}
            aria-disabled={index === 0}
            onClick={() => (index > 0 ? onMove(index - 1) : undefined)}
          >
            <Icon name="previous" />
          </button>
          <button
            type="button"
            className="icon-button"
            aria-label={t('next')}
            aria-disabled={index === total - 1}
            onClick={() => (index < total - 1 ? onMove(index + 1) : undefined)}
          >
            <Icon name="next" />
          </button>
        </div>
      ) : null}
    </>
  )
}
