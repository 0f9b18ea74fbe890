import { readdir, stat } from 'node:fs/promises'
import { cpus } from 'node:os'
import path from 'node:path'
import { ShuttenError } from '@shutten/core'
import { percentile } from '../shared/percentile.js'
import { createModels, openCachedEmbedder } from './composition.js'
import { buildCorpus } from './corpus/build-corpus.js'
import type { BaseCorpus, BenchQuestion } from './corpus/corpus.js'
import { readBaseCorpus } from './corpus/read-base-corpus.js'
import type { LoadMeasurement, MeasureTask } from './measure/measurement.js'
import { runInChild } from './measure/run-in-child.js'
import { checkGoals } from './report/check-goals.js'
import type { RetrievalReport, SizeReport, SystemReport } from './report/retrieval-report.js'
import { buildIndexes } from './systems/build-indexes.js'
import { getIndexFolder } from './systems/open-system.js'
import { type SystemName, systemTitles } from './systems/retrieval-system.js'

export interface RetrievalBenchOptions {
  /** Sizes of the collection, each measured. */
  passages: number[]
  questions: number
  systems: SystemName[]
  clients: number[]
  /** Least seconds of a phase. */
  seconds: number
  /** Loads measured, each in a fresh process. */
  loads: number
  seed: number
  rebuild: boolean
  /** Indexes and the embedding cache; kept between runs. */
  folder: string
  /** Where JSQuAD and JaQuAD lie, if they do. */
  evaluationFolder: string
  profileFolder: string | null
  onProgress(text: string): void
}

/** Measures every system at every size, one after the other. Errors: INPUT_INVALID; those of building and of the systems. */
export async function runRetrievalBench(options: RetrievalBenchOptions): Promise<RetrievalReport> {
  const { seed, evaluationFolder, seconds, onProgress } = options
  const started = performance.now()
  const base = await readBaseCorpus({ evaluationFolder, seed })
  if (base.questions.length < options.questions)
    onProgress(`${base.name} has ${base.questions.length} questions to ask, not ${options.questions}`)
  const questions = base.questions.slice(0, options.questions)
  const buildSeconds: Record<string, number>[] = []
  for (const size of options.passages) buildSeconds.push(await prepareSize({ ...options, base, size }))
  const sizes: SizeReport[] = []
  for (const [at, passages] of options.passages.entries())
    sizes.push({
      passages,
      systems: await measureSize({ ...options, size: passages, asked: questions }),
      buildSeconds: buildSeconds[at] ?? {},
    })
  return {
    machine: { processor: cpus()[0]?.model ?? 'unknown', cores: cpus().length, node: process.versions.node },
    base: base.name,
    realPassages: base.asked.length + base.unasked.length,
    questions: questions.length,
    seed,
    secondsPerPhase: seconds,
    sizes,
    goals: sizes.flatMap(checkGoals),
    seconds: (performance.now() - started) / 1000,
  }
}

const getSizeFolder = (folder: string, size: number) => path.join(folder, `passages-${size}`)

async function prepareSize(
  options: Pick<RetrievalBenchOptions, 'folder' | 'seed' | 'rebuild' | 'onProgress'> & {
    base: BaseCorpus
    size: number
  },
): Promise<Record<string, number>> {
  const { folder, seed, base, size, rebuild, onProgress } = options
  const models = createModels()
  const cached = await openCachedEmbedder({ embedder: models.embedder, file: path.join(folder, 'embeddings.db') })
  try {
    onProgress(`${size} passages: embedding what is real and not known yet`)
    const corpus = await buildCorpus({ base, size, seed, embedder: cached.embedder })
    return await buildIndexes({
      folder: getSizeFolder(folder, size),
      corpus,
      embedder: { id: models.embedder.id, dimension: models.embedder.limits.dimension },
      rebuild,
      onProgress: (text) => onProgress(`${size} passages: ${text}`),
    })
  } finally {
    await cached.close()
    await models.close()
  }
}

async function measureSize(
  options: RetrievalBenchOptions & { size: number; asked: BenchQuestion[] },
): Promise<SizeReport['systems']> {
  const { size, asked, clients, seconds, loads, profileFolder, onProgress } = options
  const reports: SizeReport['systems'] = {}
  for (const system of options.systems) {
    onProgress(`${size} passages: measuring ${systemTitles[system]}`)
    const folder = path.join(getSizeFolder(options.folder, size), getIndexFolder(system))
    const task: MeasureTask & { loadOnly: false } = {
      system,
      folder,
      loadOnly: false,
      questions: asked,
      clients,
      seconds,
    }
    const measurement = await runInChild({ task, profileFolder })
    onProgress(
      `${systemTitles[system]}: p50 ${measurement.latency.p50.toFixed(1)} ms, loaded in ${measurement.load.toFixed(0)} ms`,
    )
    const measured: LoadMeasurement[] = [measurement]
    while (measured.length < loads)
      measured.push(await runInChild({ task: { ...task, loadOnly: true }, profileFolder: null }))
    const median = (read: (one: LoadMeasurement) => number) => percentile(measured.map(read), 0.5)
    const report: SystemReport = {
      ...measurement,
      load: median(({ load }) => load),
      loadProcessor: median(({ loadProcessor }) => loadProcessor),
      loads: measured.map(({ load }) => load),
      disk: await measureFiles(folder, system === 'hnswlib' ? ['hnswlib.index'] : null),
    }
    reports[system] = report
  }
  return reports
}

/** SQLite's side files, which come and go. */
const passing = /-(?:shm|wal)$/

async function measureFiles(folder: string, only: readonly string[] | null): Promise<number> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  let bytes = 0
  for (const file of files)
    if (file.isFile() && !passing.test(file.name) && (!only || only.includes(file.name)))
      bytes += (await stat(path.join(file.parentPath, file.name))).size
  if (bytes === 0)
    throw new ShuttenError({
      code: 'INDEX_DAMAGED',
      message: `The benchmark's index in ${folder} is gone.`,
      suggestion: 'Run the command again with --rebuild.',
    })
  return bytes
}
