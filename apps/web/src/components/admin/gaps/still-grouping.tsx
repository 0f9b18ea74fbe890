import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { getServer } from '@/server/get-server'

import { type Period, startOf } from '../overview/period'

interface Waiting {
  period: Period
  /** The page that shows what has come of it. */
  href: string
}

/** Says that questions are still being embedded, and when they are; what is shown already stays where it is. */
export async function StillGrouping(props: Waiting) {
  const t = await getTranslations('admin.gaps')
  return (
    <p role="status" className="flex min-h-11 items-center text-note text-ink-2">
      <Suspense fallback={t('stillGrouping')}>
        <Grouped {...props} />
      </Suspense>
    </p>
  )
}

async function Grouped({ period, href }: Waiting) {
  const [server, t] = await Promise.all([getServer(), getTranslations('admin.gaps')])
  await server.gaps.list({ from: startOf(period, Date.now()) })
  // The same address: only a new request shows the rest.
  return (
    <a href={href} className="inline-flex min-h-11 items-center underline underline-offset-4">
      {t('showGrouped')}
    </a>
  )
}
