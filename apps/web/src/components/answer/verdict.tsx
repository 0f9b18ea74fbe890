import type { Support } from '@shutten/core'
import { useTranslations } from 'next-intl'

/** Told by shape and word: △ in part, × not at all. A supported sentence has its markers, and needs no more. */
export function Verdict({ support }: { support: Support }) {
  const t = useTranslations('answer')
  if (support === 'supported') return null
  return (
    <span className="verdict" title={t(`${support}Hint`)}>
      <svg
        aria-hidden="true"
        width="11"
        height="11"
        viewBox="0 0 12 12"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
      >
        <path d={support === 'partial' ? 'M6 1.5 11 10.5H1z' : 'M2 2l8 8M10 2l-8 8'} />
      </svg>
      {t(support)}
    </span>
  )
}
