import type { QualityShortfall } from '@shutten/core'
import { useFormatter, useTranslations } from 'next-intl'

/** Why a generation is held back, figure by figure. */
export function ShortfallList({ shortfalls }: { shortfalls: readonly QualityShortfall[] }) {
  const t = useTranslations('admin.quality')
  const format = useFormatter()
  const percent = (value: number) => format.number(value, { style: 'percent', maximumFractionDigits: 1 })
  return (
    <ul className="mt-2 grid gap-1 text-small tabular-nums">
      {shortfalls.map(({ figure, rule, value, limit, before }) => (
        <li key={figure + rule}>
          {rule === 'least'
            ? t('below', { figure: t(`figure.${figure}`), value: percent(value), limit: percent(limit) })
            : t('fell', {
                figure: t(`figure.${figure}`),
                value: percent(value),
                before: percent(before ?? 0),
                limit: percent(limit),
              })}
        </li>
      ))}
    </ul>
  )
}
