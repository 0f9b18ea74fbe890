import { useFormatter, useTranslations } from 'next-intl'
import { Figure } from './figure'

/** What is under way, what went wrong, and what waits for somebody. */
export function WorkFigures(options: { open: number; failed: number; held: number; bad: number; edits: number }) {
  const { open, failed, held, bad, edits } = options
  const t = useTranslations('admin.overviewPage')
  const format = useFormatter()
  return (
    <dl className="overview-figures">
      <Figure name={t('open')} href="/admin/jobs?status=open">
        {format.number(open)}
      </Figure>
      <Figure name={t('failed')} href="/admin/jobs?status=failed">
        {format.number(failed)}
      </Figure>
      <Figure name={t('held')} href="/admin/quarantine">
        {format.number(held)}
      </Figure>
      <Figure name={t('edits')} href="/admin/edits?show=open">
        {format.number(edits)}
      </Figure>
      <Figure name={t('bad')} href="/admin/feedback">
        {format.number(bad)}
      </Figure>
    </dl>
  )
}
