import { type SystemName, systemNames, systemTitles } from '../systems/retrieval-system.js'
import { renderTable } from './render-table.js'
import type { Goal, RetrievalReport, SizeReport, SystemReport } from './retrieval-report.js'

interface Row {
  title: string
  value(system: SystemReport): number | undefined
  format(value: number): string
}

const digits = (count: number) => (value: number) =>
  value.toLocaleString('en', { maximumFractionDigits: count, minimumFractionDigits: count })
const scaled = (value: number) => digits(value < 10 ? 2 : value < 100 ? 1 : 0)(value)
const megabytes = (bytes: number) => digits(0)(bytes / 1024 / 1024)

function createRows(system: SystemReport): Row[] {
  return [
    { title: 'load to first answer, ms', value: ({ load }) => load, format: scaled },
    { title: 'load, processor ms', value: ({ loadProcessor }) => loadProcessor, format: scaled },
    { title: 'p50, ms', value: ({ latency }) => latency.p50, format: scaled },
    { title: 'p99, ms', value: ({ latency }) => latency.p99, format: scaled },
    { title: 'processor ms a question', value: ({ processor }) => processor, format: scaled },
    { title: 'p50 without embedding, ms', value: ({ search }) => search.p50, format: scaled },
    { title: 'p99 without embedding, ms', value: ({ search }) => search.p99, format: scaled },
    ...Object.keys(system.perSecond).map((clients) => ({
      title: `questions/s, ${clients} at once`,
      value: ({ perSecond }: SystemReport) => perSecond[clients],
      format: scaled,
    })),
    { title: 'memory once loaded, MiB', value: ({ memory }) => memory.afterLoad, format: megabytes },
    { title: 'memory at its peak, MiB', value: ({ memory }) => memory.peak, format: megabytes },
    { title: 'files, MiB', value: ({ disk }) => disk, format: megabytes },
    { title: 'MRR@10', value: ({ quality }) => quality?.mrr10, format: digits(3) },
    { title: 'recall@10', value: ({ quality }) => quality?.recall10, format: digits(3) },
  ]
}

/** Tables of ratios, ours to the peer's, with the measured values beside; then the goals. */
export function renderRetrievalReport(report: RetrievalReport): string {
  const { machine, base, realPassages, questions, seed, secondsPerPhase, sizes, goals, seconds } = report
  return [
    `Retrieval benchmark: ${machine.processor}, ${machine.cores} cores, Node ${machine.node}; ${digits(0)(seconds)} s in all.`,
    `${digits(0)(realPassages)} real passages (${base}) with their vectors, the rest recombined from their sentences with mixed vectors (seed ${seed}).`,
    `${digits(0)(questions)} questions; phases of ${secondsPerPhase} s or more; each system alone in a fresh process, with the same texts, vectors and query embedder.`,
    'In brackets: ours divided by the peer’s. Of times, memory and files less than 1 is better for us; of questions/s and quality, more.',
    ...sizes.flatMap((size) => ['', ...renderSize(size)]),
    ...(goals.length > 0 ? ['', 'Goals', ...goals.map(renderGoal)] : []),
  ].join('\n')
}

function renderSize({ passages, systems, buildSeconds }: SizeReport): string[] {
  const names = systemNames.filter((name) => systems[name])
  const first = systems[names[0] as SystemName]
  if (!first) return []
  const ours = systems.shutten
  const table = createRows(first).map((row) => [
    row.title,
    ...names.map((name) => {
      const value = row.value(systems[name] as SystemReport)
      if (value === undefined) return '–'
      const own = ours && name !== 'shutten' ? row.value(ours) : undefined
      return row.format(value) + (own === undefined ? '' : ` (${scaled(own / value)})`)
    }),
  ])
  const embedding = names.map((name) => `${scaled(systems[name]?.embedding.p50 ?? 0)} ms (${systemTitles[name]})`)
  const stages = Object.entries(ours?.stages ?? {}).map(([stage, value]) => `${stage} ${scaled(value)}`)
  const built = Object.entries(buildSeconds).map(([name, taken]) => `${name} ${digits(0)(taken)} s`)
  return [
    `${digits(0)(passages)} passages`,
    '',
    renderTable([['', ...names.map((name) => systemTitles[name])], ...table]),
    '',
    `Embedding of a question, p50: ${embedding.join(', ')}.`,
    ...(stages.length > 0 ? [`Our stages, p50 in ms: ${stages.join(', ')}.`] : []),
    ...(built.length > 0 ? [`Built in: ${built.join(', ')}.`] : []),
  ]
}

function renderGoal({ passages, name, value, comparison, limit, isMet }: Goal): string {
  const shown = comparison === 'more than' ? digits(3)(value) : scaled(value)
  return `${isMet ? 'met    ' : 'NOT MET'} ${digits(0)(passages)} passages: ${name} is ${shown} (${comparison} ${limit})`
}
