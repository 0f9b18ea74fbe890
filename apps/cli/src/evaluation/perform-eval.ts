import path from 'node:path'
import { type Language, ShuttenError } from '@shutten/core'
import {
  compareReports,
  type EvaluationReport,
  type Perturbation,
  renderComparison,
  renderHtmlReport,
  renderReport,
} from '@shutten/evaluation'
import type { CommandContext } from '../commands/command.js'
import type { CommittedRuns } from './committed-run.js'
import type { RunStore } from './create-run-store.js'
import { readDataset } from './read-dataset.js'
import { runEvaluation } from './run-evaluation.js'
import { assertWritable, writeWholeFile } from './write-whole-file.js'

export interface EvalOptions {
  /** Absolute. */
  dataset: string
  isGolden: boolean
  only?: 'retrieval' | 'answers'
  limit?: number
  ask?: number
  depth?: number
  perturb: readonly Perturbation[]
  seed?: number
  sources?: string[]
  against?: string
  /** Compare with the committed run where no other is named. */
  comparesCommitted?: boolean
  writeBaseline?: boolean
  run?: string
  out?: string
  html?: string
  language: Language
}

/** Measures (or takes a kept run), compares, keeps, writes and prints. */
export async function performEval(options: {
  context: CommandContext
  store: RunStore
  committed: CommittedRuns
  options: EvalOptions
}): Promise<void> {
  const { context, store, committed } = options
  const { comparesCommitted = false, writeBaseline = false } = options.options
  const { against, run, out, html, language } = options.options
  checkOptions(options.options)
  for (const file of [out, html]) if (file !== undefined) await assertWritable(path.resolve(file))
  const measured = run === undefined ? null : await store.get(run)
  const dataset = measured ? null : await readDataset(options.options.dataset)
  // Before the measurement: a run that is not there is told at once, and `latest` is the one before this.
  const name = measured?.dataset ?? dataset?.name
  const baseline = comparesCommitted && name ? await committed.find(name) : null
  const reference = against ?? baseline
  const before = reference === null ? null : await store.get(reference, { ...(name && { dataset: name }) })
  if (comparesCommitted && reference === null) context.printer.note('there is no committed run to compare with')
  const report = measured ?? (await measure({ ...options, dataset }))
  const comparison = before && compareReports({ before, after: report })
  if (writeBaseline) context.printer.note(`the run to compare with from now on: ${await committed.save(report)}`)
  const value = { ...report, ...(comparison && { comparison }) }
  if (out !== undefined) await writeWholeFile({ file: path.resolve(out), text: `${JSON.stringify(value, null, 2)}\n` })
  if (html !== undefined)
    await writeWholeFile({
      file: path.resolve(html),
      text: renderHtmlReport({ report, against: before && comparison && { before, comparison }, language }),
    })
  context.printer.result(value, () =>
    [renderReport(report), ...(comparison ? [renderComparison(comparison)] : [])].join('\n\n'),
  )
}

async function measure(work: {
  context: CommandContext
  store: RunStore
  options: EvalOptions
  dataset: Awaited<ReturnType<typeof readDataset>> | null
}): Promise<EvaluationReport> {
  const { context, store, options } = work
  const dataset = work.dataset ?? (await readDataset(options.dataset))
  const { only, limit, ask, depth, perturb, seed } = options
  const report = await runEvaluation({
    context,
    dataset,
    sources: options.sources ?? [],
    isGolden: options.isGolden,
    id: store.createId({ dataset: dataset.name }),
    measure: {
      // Damage concerns the search; asking as well takes many times as long.
      ...(only ? { only } : perturb.length > 0 && ask === undefined ? { only: 'retrieval' as const } : {}),
      ...(limit !== undefined && { limit }),
      ...(ask !== undefined && { ask }),
      ...(depth !== undefined && { depth }),
      ...(seed !== undefined && { seed }),
      perturb,
    },
  })
  context.printer.note(`kept as ${await store.save(report)}`)
  return report
}

function checkOptions({ only, ask, limit, perturb, depth = 10 }: EvalOptions): void {
  const isCount = (value: number | undefined) => value === undefined || (Number.isInteger(value) && value >= 1)
  const problem =
    only === 'answers' && perturb.length > 0
      ? '--perturb measures the search, and --only answers leaves it out'
      : only === 'retrieval' && ask !== undefined
        ? '--ask asks questions, and --only retrieval leaves that out'
        : !Number.isInteger(depth) || depth < 10 || depth > 100
          ? `--depth is ${depth}, and must be a whole number from 10 to 100`
          : !isCount(limit) || !isCount(ask)
            ? '--limit and --ask take whole numbers from 1 on'
            : null
  if (problem === null) return
  throw new ShuttenError({
    code: 'INPUT_INVALID',
    message: `${problem}.`,
    suggestion: 'Correct it or leave it out; `pnpm shutten eval --help` says what each option does.',
  })
}
