import type { Exploration, ExploredPassage, StagePlace } from '@shutten/retrieval'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'

/** Places of each list that are shown, beside all that became part of a result. */
const shownOfEach = 10

/** The passages that a stage put forward, with their place at each, and what became of them. */
export function TraceTable({ exploration, name }: { exploration: Exploration; name: string }) {
  const t = useTranslations('admin.playground')
  const format = useFormatter()
  const { counts, reranker } = exploration
  const isNear = (place: StagePlace | null) => place !== null && place.rank <= shownOfEach
  const rows = exploration.passages
    .filter(({ dense, lexical, fused, fate }) => fate.into !== null || [dense, lexical, fused].some(isNear))
    .sort((a, b) => (a.fate.into ?? 1e6) - (b.fate.into ?? 1e6) || placeOf(a) - placeOf(b))
  const score = (place: StagePlace | null, digits: number) =>
    place ? (
      <>
        <b>{place.rank}</b>{' '}
        <span className="text-ink-2">
          {format.number(place.score, { minimumFractionDigits: digits, maximumFractionDigits: digits })}
        </span>
      </>
    ) : (
      <span className="text-ink-2">{t('notFound')}</span>
    )
  return (
    <>
      <dl className="playground-stages">
        <Stage name={t('dense')}>{t('denseStage', { count: counts.dense })}</Stage>
        <Stage name={t('lexical')}>{t('lexicalStage', { count: counts.lexical, both: counts.both })}</Stage>
        <Stage name={t('fused')}>{t('fusedStage', { count: counts.fused, considered: counts.considered })}</Stage>
        <Stage name={t('reranked')}>
          {reranker ? t('rerankedStage', { count: counts.reranked, id: reranker }) : t('notReranked')}
        </Stage>
        <Stage name={t('result')}>
          {t('resultStage', { count: exploration.results.length, ...countFates(exploration) })}
        </Stage>
      </dl>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the page is scrolled with the keyboard */}
      <section className="playground-scroll" tabIndex={0} aria-label={name}>
        <table className="playground-table">
          <caption className="sr-only">{name}</caption>
          <thead>
            <tr>
              <th scope="col">{t('passage')}</th>
              <th scope="col">{t('dense')}</th>
              <th scope="col">{t('lexical')}</th>
              <th scope="col">{t('fused')}</th>
              <th scope="col">{t('reranked')}</th>
              <th scope="col">{t('result')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.passage.id} data-fate={row.fate.kind}>
                <th scope="row">
                  <PassageName passage={row.passage} />
                </th>
                <td>{score(row.dense, 3)}</td>
                <td>{score(row.lexical, 2)}</td>
                <td>{score(row.fused, 3)}</td>
                <td>
                  {score(row.reranked, 3)}
                  <Reranked row={row} />
                </td>
                <td>
                  {row.fate.kind === 'result' ? (
                    <strong>{row.fate.into}</strong>
                  ) : (
                    t(`fate.${row.fate.kind}`, { into: row.fate.into ?? 0 })
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

export function PassageName({ passage }: { passage: Omit<ExploredPassage['passage'], 'id' | 'headingPath'> }) {
  const { documentId, versionId, title, language, text, start, end } = passage
  return (
    <>
      <Link
        href={`/documents/${documentId}?start=${start}&end=${end}&version=${versionId}#cite`}
        prefetch={false}
        lang={language}
        className="font-bold underline-offset-4 hover:underline"
      >
        {title}
      </Link>
      <span lang={language} className="line-clamp-2 text-note font-normal text-ink-2">
        {text}
      </span>
    </>
  )
}

function Reranked({ row }: { row: ExploredPassage }) {
  const t = useTranslations('admin.playground')
  const format = useFormatter()
  const { reranked, fused } = row
  if (!reranked) return null
  const moved = fused.rank - reranked.rank
  return (
    <span className="block text-note text-ink-2">
      {reranked.skipped
        ? t(`skipped.${reranked.skipped}`)
        : t('probability', { value: format.number(reranked.probability ?? 0, { style: 'percent' }) })}
      {moved !== 0 ? ` ${t(moved > 0 ? 'up' : 'down', { places: Math.abs(moved) })}` : null}
    </span>
  )
}

function Stage({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

const placeOf = ({ reranked, fused }: ExploredPassage) => reranked?.rank ?? fused.rank

function countFates({ passages }: Exploration) {
  const counts = { merged: 0, folded: 0, spread: 0 }
  for (const { fate } of passages) if (fate.kind in counts) counts[fate.kind as keyof typeof counts]++
  return counts
}
