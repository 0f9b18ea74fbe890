import { useTranslations } from 'next-intl'
import type { ServerStatus } from '@/server/shutten-server'

/** What stands behind the answers: how much is indexed, and who writes. */
export function Colophon({ status }: { status: ServerStatus }) {
  const t = useTranslations('home')
  const { documents, passages, generator } = status
  if (documents === 0) return null
  return (
    <p className="mt-10 flex flex-wrap gap-x-4 text-note text-ink-3">
      <span>{t('colophon', { documents, passages })}</span>
      <span>{generator === 'extractive' ? t('colophonExtractive') : t('colophonGenerator', { model: generator })}</span>
    </p>
  )
}
