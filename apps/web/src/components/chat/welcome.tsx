import { useTranslations } from 'next-intl'

export function Welcome({ documents }: { documents: number }) {
  const t = useTranslations('home')
  return (
    <div className="welcome">
      <h1 className="welcome-headline">{t('headline')}</h1>
      <p className="welcome-lead phrased whitespace-pre-line">
        {documents > 0 ? t('lead', { count: documents }) : t('leadEmpty')}
      </p>
    </div>
  )
}
