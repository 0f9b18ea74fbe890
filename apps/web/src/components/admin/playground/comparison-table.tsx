import type { Exploration } from '@shutten/retrieval'
import { useTranslations } from 'next-intl'
import { compareResults } from './compare-results'
import { PassageName } from './trace-table'

/** The results of two configurations, and what differs between them. */
export function ComparisonTable({ a, b }: { a: Exploration; b: Exploration }) {
  const t = useTranslations('admin.playground')
  const rows = compareResults(a, b)
  const same = rows.filter((row) => row.a === row.b).length
  return (
    <section aria-labelledby="comparison-title" className="mt-12">
      <h2 id="comparison-title" className="text-entry">
        {t('comparison')}
      </h2>
      <p className="mt-1 text-small text-ink-2">
        {same === rows.length ? t('allSame') : t('differing', { count: rows.length - same, total: rows.length })}
      </p>
      <table className="playground-table" data-comparison="">
        <thead>
          <tr>
            <th scope="col">{t('passage')}</th>
            <th scope="col">{t('sideA')}</th>
            <th scope="col">{t('sideB')}</th>
            <th scope="col">{t('difference')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ result, a, b }) => {
            const change = a === null ? 'onlyB' : b === null ? 'onlyA' : a === b ? 'same' : b < a ? 'up' : 'down'
            return (
              <tr key={`${result.passageId} ${a} ${b}`} data-change={change}>
                <th scope="row">
                  <PassageName passage={result} />
                </th>
                <td>{a === null ? <span className="text-ink-2">{t('notFound')}</span> : <b>{a}</b>}</td>
                <td>{b === null ? <span className="text-ink-2">{t('notFound')}</span> : <b>{b}</b>}</td>
                <td>
                  {change === 'same' ? (
                    <span className="text-ink-2">{t('same')}</span>
                  ) : (
                    <strong>{t(change, { places: Math.abs((a ?? 0) - (b ?? 0)) })}</strong>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
