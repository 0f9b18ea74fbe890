import type { MissingTerms } from '@shutten/retrieval'
import { useFormatter, useTranslations } from 'next-intl'

/** What a question says and the sources do not. */
export function MissingTermsView({ missing }: { missing: MissingTerms }) {
  const t = useTranslations('admin.gaps')
  const format = useFormatter()
  const list = (terms: readonly string[]) =>
    format.list(
      terms.map((term) => `「${term}」`),
      { style: 'narrow' },
    )
  const { anywhere, nearby } = missing
  return (
    <div className="mt-2 text-small" data-missing>
      {anywhere.length > 0 ? <p>{t('nowhere', { terms: list(anywhere) })}</p> : null}
      {nearby.length > 0 ? <p>{t('notNearby', { terms: list(nearby) })}</p> : null}
      {anywhere.length + nearby.length === 0 ? <p>{t('allThere')}</p> : null}
    </div>
  )
}
