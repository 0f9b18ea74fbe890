import { renderTable } from '../../retrieval/report/render-table.js'
import type { AnalyzerReport } from '../bench-analyzers.js'
import type { Quality } from '../measure/quality.js'

const digits = (value: number | undefined, count: number) => (value === undefined ? '' : value.toFixed(count))
const mrr = (quality: Quality | undefined) => digits(quality?.mrr10, 4)
const megabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(0)

/** The tables of `bench analyzers`, as Markdown. */
export function renderAnalyzerReport(report: AnalyzerReport): string {
  return [
    `Sets: ${report.sets.map(({ name, documents, questions }) => `${name} (${documents} documents, ${questions} questions)`).join(', ')}`,
    '## Analysers: MRR@10 on the held-out half (recall@10 on all)',
    renderAnalyzers(report),
    '## Foldings of spelling, each switched off',
    renderFoldings(report),
    '## Other names',
    renderSynonyms(report),
  ].join('\n\n')
}

function renderAnalyzers({ sets, analyzers }: AnalyzerReport): string {
  return renderTable([
    [
      'terms',
      'Latin words weigh',
      'bigrams weigh',
      ...sets.map(({ name }) => name),
      'characters/s',
      'load, processor ms',
      'load, MiB',
    ],
    ...analyzers.map(({ title, weights, heldOut, all, cost: { charactersPerSecond, load } }) => [
      title,
      String(weights.latinWord),
      String(weights.bigram),
      ...sets.map(({ name }) => `${mrr(heldOut[name])} (${digits(all[name]?.recall10, 3)})`),
      charactersPerSecond.toFixed(0),
      load.processor.toFixed(0),
      megabytes(load.memory),
    ]),
  ])
}

function renderFoldings({ foldings }: AnalyzerReport): string {
  const names = Object.keys(foldings[0]?.clean ?? {})
  return renderTable([
    [
      'without',
      ...names,
      'questions written otherwise',
      'number',
      'as they were',
      'otherwise, with all',
      'otherwise, without',
    ],
    ...foldings.flatMap(({ folding, clean, damaged }, at) => {
      const head = [
        at === 0 ? 'nothing' : folding === 'all' ? 'everything' : folding,
        ...names.map((name) => mrr(clean[name])),
      ]
      if (damaged.length === 0) return [[...head, '', '', '', '', '']]
      return damaged.map(({ name, asWritten, withAll, without }, row) => [
        ...(row === 0 ? head : head.map(() => '')),
        name,
        String(asWritten.questions),
        mrr(asWritten),
        mrr(withAll),
        mrr(without),
      ])
    }),
  ])
}

function renderSynonyms({ synonyms: { measurements, dictionary } }: AnalyzerReport): string {
  const [first] = measurements
  const names = Object.keys(first?.clean ?? {})
  const table = renderTable([
    [
      'other names',
      ...names,
      `a name exchanged (${first?.exchanged.questions})`,
      'the same as they were',
      `letters read out (${first?.readings.questions})`,
      `katakana in hiragana (${first?.hiragana.questions})`,
    ],
    ...measurements.map(({ title, clean, exchanged, original, readings, hiragana }) => [
      title,
      ...names.map((name) => mrr(clean[name])),
      ...[exchanged, original, readings, hiragana].map(mrr),
    ]),
  ])
  const { groups, load, find } = dictionary
  return `${table}\n\nThe dictionary: ${groups} groups, ${load.processor.toFixed(0)} ms of processor time and ${megabytes(load.memory)} MiB to load, ${find.toFixed(2)} ms a question.`
}
