import { readdir, rm, stat, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import path from 'node:path'
import { percentile } from '../shared/percentile.js'
import { openJobs } from './composition.js'
import { createArticleMaker } from './corpus/create-article-maker.js'
import { readRealArticles } from './corpus/read-real-articles.js'
import { getArticlePath, writeCorpus } from './corpus/write-corpus.js'
import { compareSearches } from './measure/compare-searches.js'
import { measureJob } from './measure/measure-job.js'
import { readProcessUsage } from './measure/process-usage.js'
import { runTask } from './measure/run-task.js'
import { startEmbedding } from './measure/start-embedding.js'
import { startSearcher } from './measure/start-searcher.js'
import { startWorker } from './measure/start-worker.js'
import { takeTurns } from './measure/take-turns.js'
import { checkGoals } from './report/check-goals.js'
import type { IngestionReport, IngestionSize } from './report/ingestion-report.js'

export interface IngestionBenchOptions {
  /** Sizes of the corpus, each measured. */
  passages: number[]
  seed: number
  peer: boolean
  /** For corpora and data folders; what is in it goes. */
  folder: string
  corpusFolder: string
  evaluationFolder: string
  onProgress(text: string): void
  /** Gets what there is after each size: the largest takes hours. */
  onReport(report: IngestionReport): Promise<void>
}

const smallChange = 0.01
/** Passages that are embedded alone; of a larger corpus, a sample. */
const largestEmbedded = 5_000
/** Large enough that searches beside it can be counted. */
const largeChange = 0.1
const questions = [
  '基盤モデルとは何ですか',
  '東京で開かれた大会の優勝者は誰か',
  'いつ設立された会社か',
  '作品の舞台となった町',
  '学習に使われたデータの量',
  '川の長さと流域',
  '選挙で当選した議員',
  '音楽を担当した作曲家',
  '路線が開通した年',
  '生息する動物の種類',
]

/** Indexes corpora of each size with the worker that ships, and measures it beside the embedder alone and LangChain. */
export async function runIngestionBench(options: IngestionBenchOptions): Promise<IngestionReport> {
  const started = performance.now()
  const { names, articles } = await readRealArticles(options)
  const makeArticle = createArticleMaker({ articles, seed: options.seed })
  const sizes: IngestionSize[] = []
  const report = (): IngestionReport => ({
    machine: { processor: cpus()[0]?.model ?? 'unknown', cores: cpus().length, node: process.versions.node },
    base: names.join(', '),
    realArticles: articles.length,
    seed: options.seed,
    sizes,
    growth: findGrowth(sizes),
    goals: sizes.flatMap(checkGoals),
    seconds: (performance.now() - started) / 1_000,
  })
  for (const size of options.passages) {
    sizes.push(await measureSize({ ...options, size, makeArticle }))
    await options.onReport(report())
  }
  return report()
}

async function measureSize(
  options: IngestionBenchOptions & { size: number; makeArticle: (number: number, revision?: number) => string },
): Promise<IngestionSize> {
  const { size, makeArticle, onProgress } = options
  const folder = path.join(options.folder, `passages-${size}`)
  const [corpusFolder, dataFolder] = [path.join(folder, 'corpus'), path.join(folder, 'data')]
  const say = (text: string) => onProgress(`${size} passages: ${text}`)
  await rm(folder, { recursive: true, force: true })
  say('writing the corpus')
  const { articles, passages } = await writeCorpus({ folder: corpusFolder, passages: size, makeArticle })
  /** New texts of a share of the articles, another for each revision. */
  const listChanges = (share: number, revision: number) => {
    const step = Math.max(1, Math.round(1 / share))
    const changes: { file: string; text: string }[] = []
    for (let number = revision % step; number < articles; number += step)
      changes.push({ file: getArticlePath(number), text: makeArticle(number, revision) })
    return changes
  }
  const change = async (share: number, revision: number) => {
    for (const { file, text } of listChanges(share, revision)) await writeFile(path.join(corpusFolder, file), text)
  }

  const records = await openJobs(dataFolder)
  const worker = await startWorker({ dataFolder })
  const { pid, hold } = worker
  try {
    const idle = readProcessUsage(pid)?.resident ?? 0
    const measure = async (name: string) => {
      say(name)
      const request = { kind: 'ingest' as const, locations: [corpusFolder] }
      const measured = await measureJob({ jobs: records.jobs, pid, hold, request })
      say(`${name}: ${measured.seconds.toFixed(1)} s, at most ${(measured.peak / 2 ** 20).toFixed(0)} MiB`)
      return measured
    }
    const every = Math.ceil(size / largestEmbedded)
    const alone = await startEmbedding({ folder: corpusFolder, articles, every })
    const { worked: full, embedding } = await takeTurns({
      hold,
      embedding: alone,
      every,
      work: () => measure('full index'),
    }).finally(() => alone.stop())
    say(`embedding alone: ${embedding.seconds.toFixed(1)} s for ${embedding.passages}`)
    const unchanged = await measure('nothing changed')
    await change(smallChange, 1)
    const changed = await measure('1 % changed')

    await change(largeChange, 2)
    const searcher = await startSearcher({ folder: dataFolder, questions })
    const load = await compareSearches({
      hold,
      searcher,
      work: () => measure('10 % changed, searching meanwhile'),
    }).finally(() => searcher.stop())
    const bytes = await measureFiles(path.join(dataFolder, 'generations'), full.report.generation)
    await worker.stop()
    let peer: IngestionSize['peer'] = null
    if (options.peer) {
      say('LangChain')
      const target = path.join(folder, 'langchain')
      const changes = listChanges(smallChange, 3)
      peer = await runTask({ kind: 'langchain', folder: corpusFolder, articles, target, changes })
    }
    const summarize = (durations: number[]) => ({
      p50: percentile(durations, 0.5),
      p95: percentile(durations, 0.95),
      searches: durations.length,
    })
    return {
      passages,
      articles,
      embedding,
      full,
      unchanged,
      changed,
      search: { idle: summarize(load.idle), busy: summarize(load.busy), failures: load.failures },
      memory: { idle, peak: Math.max(full.peak, unchanged.peak, changed.peak), growth: full.growth },
      indexBytes: bytes,
      peer,
    }
  } finally {
    await worker.stop()
    await records.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** Bytes of the generation, or of the one that came after it. */
async function measureFiles(folder: string, generation: string | null): Promise<number> {
  const names = await readdir(folder)
  const chosen = names.find((name) => name === generation) ?? names.sort().at(-1) ?? ''
  let bytes = 0
  for (const name of await readdir(path.join(folder, chosen)))
    bytes += (await stat(path.join(folder, chosen, name))).size
  return bytes
}

/** Bytes a passage between the smallest and the largest size; null with one size. */
function findGrowth(sizes: readonly IngestionSize[]): IngestionReport['growth'] {
  const [first, last] = [sizes.at(0), sizes.at(-1)]
  if (!first || !last || last.passages === first.passages) return null
  const more = last.passages - first.passages
  return {
    memory: (last.memory.peak - first.memory.peak) / more,
    index: (last.indexBytes - first.indexBytes) / more,
  }
}
