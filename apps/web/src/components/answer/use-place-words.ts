'use client'

import type { Citation } from '@shutten/core'
import { useTranslations } from 'next-intl'

/** Tells where in its source a quote begins, as people call it: the page, the slide, the sheet and row. Null where it has none. */
export function usePlaceWords(): (citation: Pick<Citation, 'place'>) => string | null {
  const t = useTranslations('place')
  return ({ place }) => {
    if (!place) return null
    if ('page' in place) return t('page', place)
    if ('slide' in place) return t('slide', place)
    return 'sheet' in place ? t('sheet', place) : t('row', place)
  }
}
