import { renderTable } from '../../retrieval/report/render-table.js'
import type { IngestionReport, IngestionSize } from './ingestion-report.js'

const seconds = (value: number) => (value < 10 ? value.toFixed(2) : value.toFixed(0))
const share = (value: number) => (value < 0.1 ? `${(value * 100).toFixed(2)} %` : `${(value * 100).toFixed(0)} %`)
const mebibytes = (bytes: number) => (bytes / 2 ** 20).toFixed(0)
/** Bytes a passage as MB in 10,000 passages. */
const perTenThousand = (bytes: number) => `${((bytes * 10_000) / 1e6).toFixed(1)} MB`

/** A table of sizes, then the goals. */
export function renderIngestionReport(report: IngestionReport): string {
  const { machine, base, realArticles, seed, sizes, growth, goals } = report
  const rows: [string, (size: IngestionSize) => string][] = [
    ['articles', ({ articles }) => String(articles)],
    ['embedding alone, s', ({ embedding, passages }) => seconds((embedding.seconds * passages) / embedding.passages)],
    ['– measured on so many passages', ({ embedding }) => String(embedding.passages)],
    ['full index, s', ({ full }) => seconds(full.seconds)],
    [
      '– to embedding alone',
      ({ full, embedding, passages }) =>
        ((full.seconds * embedding.passages) / passages / embedding.seconds).toFixed(2),
    ],
    [
      '– the same in processor time',
      ({ full, embedding, passages }) =>
        full.processorSeconds === null
          ? '–'
          : ((full.processorSeconds * embedding.passages) / passages / embedding.processorSeconds).toFixed(2),
    ],
    ['1 % changed, s', ({ changed }) => seconds(changed.seconds)],
    ['– of the full index', ({ changed, full }) => share(changed.seconds / full.seconds)],
    ['nothing changed, s', ({ unchanged }) => seconds(unchanged.seconds)],
    ['– of the full index', ({ unchanged, full }) => share(unchanged.seconds / full.seconds)],
    ['worker at rest, MiB', ({ memory }) => mebibytes(memory.idle)],
    ['worker at most, MiB', ({ memory }) => mebibytes(memory.peak)],
    ['files of the index, MiB', ({ indexBytes }) => mebibytes(indexBytes)],
    ['search p50 / p95 at rest, ms', ({ search }) => `${search.idle.p50.toFixed(0)} / ${search.idle.p95.toFixed(0)}`],
    ['– while a job runs', ({ search }) => `${search.busy.p50.toFixed(0)} / ${search.busy.p95.toFixed(0)}`],
    ['– searches', ({ search }) => `${search.idle.searches} / ${search.busy.searches}`],
    ['LangChain: full, s', ({ peer }) => (peer ? seconds(peer.full) : '–')],
    ['LangChain: 1 % changed, s', ({ peer }) => (peer ? seconds(peer.changed) : '–')],
    ['LangChain: nothing changed, s', ({ peer }) => (peer ? seconds(peer.unchanged) : '–')],
    ['LangChain: at most, MiB', ({ peer }) => (peer ? mebibytes(peer.peak) : '–')],
    ['LangChain: passages left that are gone', ({ peer }) => (peer ? String(peer.stale) : '–')],
  ]
  const head = ['', ...sizes.map(({ passages }) => `${passages.toLocaleString('en')} passages`)]
  return [
    `Ingestion benchmark: ${machine.processor}, ${machine.cores} cores, Node ${machine.node}; ${report.seconds.toFixed(0)} s in all.`,
    `Sentences of ${realArticles} real articles (${base}) in new order with other figures (seed ${seed}).`,
    '',
    renderTable([head, ...rows.map(([title, read]) => [title, ...sizes.map(read)])]),
    '',
    ...(growth
      ? [
          `From the smallest to the largest, in 10,000 passages: memory ${perTenThousand(growth.memory)}, files of the index ${perTenThousand(growth.index)}.`,
        ]
      : []),
    ...goals.map(
      ({ passages, name, value, limit, isMet }) =>
        `${isMet ? 'met    ' : 'NOT MET'} ${passages.toLocaleString('en')} passages: ${name} is ${value.toFixed(3)} (at most ${limit})`,
    ),
  ].join('\n')
}
