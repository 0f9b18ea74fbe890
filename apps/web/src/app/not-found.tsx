import { getTranslations } from 'next-intl/server'
import { MessagePage } from '@/components/shell/message-page'

export default async function NotFound() {
  const t = await getTranslations('pages')
  return (
    <MessagePage title={t('notFoundTitle')} text={t('notFoundText')}>
      <a href="/" className="button button-primary">
        {t('toHome')}
      </a>
      <a href="/documents" className="button">
        {t('toDocuments')}
      </a>
    </MessagePage>
  )
}
