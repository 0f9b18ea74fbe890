import type { JobItem, JobItemCounts } from '@shutten/core'
import { useTranslations } from 'next-intl'

/** What became of each file of a job. */
export function JobItems({ items, counts }: { items: readonly JobItem[]; counts: JobItemCounts }) {
  const t = useTranslations('admin.jobItems')
  const total = counts.waiting + counts.done + counts.failed
  if (items.length === 0) return null
  return (
    <section className="mt-10" aria-labelledby="job-items">
      <h2 id="job-items" className="text-lead">
        {t('title')}
      </h2>
      <p className="mt-1 text-small text-ink-2 tabular-nums">{t('counts', { ...counts })}</p>
      <div className="mt-3 overflow-x-auto">
        <table className="admin-table w-full text-small">
          <thead>
            <tr>
              <th scope="col">{t('uri')}</th>
              <th scope="col">{t('state')}</th>
              <th scope="col" className="text-end">
                {t('attempts')}
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={item.position}>
                <td className="font-mono text-note break-all">
                  {decodeUri(item.uri)}
                  {item.error ? <span className="block font-body">{item.error.code}</span> : null}
                </td>
                <td className="whitespace-nowrap">{t(toState(item))}</td>
                <td className="text-end tabular-nums">{item.attempts}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {total > items.length ? (
        <p className="mt-2 text-small text-ink-2">{t('more', { count: total - items.length })}</p>
      ) : null}
    </section>
  )
}

function toState({ action, status, outcome }: JobItem) {
  if (status !== 'done') return status
  return outcome ?? (action === 'remove' ? 'nothing' : 'listed')
}

function decodeUri(uri: string): string {
  try {
    return decodeURI(uri)
  } catch {
    return uri
  }
}
