import { setTimeout } from 'node:timers/promises'
import { percentile } from '../../shared/percentile.js'
import { createModels } from '../composition.js'
import { importSystem } from '../systems/open-system.js'
import { createBenchEmbedder } from './create-bench-embedder.js'
import { measureLatency, summarize, toMilliseconds } from './measure-latency.js'
import { measureThroughput } from './measure-throughput.js'
import type { LoadMeasurement, Measurement, MeasureTask } from './measurement.js'
import { scoreQuality } from './score-quality.js'

const warmUpQuestions = 20
/** Enough for a median. */
const fewQuestions = 50

/** Measures one system; meant for a process of its own, started with `--expose-gc`. */
export async function measureSystem(task: MeasureTask): Promise<Measurement | LoadMeasurement> {
  const { questions, seconds } = task
  const models = createModels()
  const embedder = createBenchEmbedder(models.embedder)
  const open = await importSystem(task.system, models)
  const texts = questions.map(({ question }) => question)
  for (const text of texts.slice(0, warmUpQuestions)) await embedder.embedQuery(text)
  const baseline = await readMemory()

  embedder.remembers = true
  const usageBefore = process.cpuUsage()
  const started = performance.now()
  const system = await open({ folder: task.folder, embedder })
  await system.search(texts[0] as string)
  const load = performance.now() - started
  const loadProcessor = toMilliseconds(process.cpuUsage(usageBefore))
  const afterLoad = (await readMemory()) - baseline
  const readPeak = () => process.resourceUsage().maxRSS * 1024 - baseline

  try {
    if (task.loadOnly) return { load, loadProcessor, memory: { baseline, afterLoad, peak: readPeak() } }
    embedder.remembers = false
    for (const text of texts.slice(0, warmUpQuestions)) await system.search(text)
    embedder.durations.length = 0
    const { latency, processor, answered } = await measureLatency({ system, questions, seconds })
    const embedding = summarize(embedder.durations)
    const perSecond: Record<string, number> = {}
    for (const clients of task.clients)
      perSecond[clients] = await measureThroughput({
        ask: (question) => system.search(question),
        questions: texts,
        clients,
        seconds,
      })
    embedder.remembers = true
    const { latency: search } = await measureLatency({ system, questions, seconds, least: fewQuestions })
    return {
      load,
      loadProcessor,
      memory: { baseline, afterLoad, peak: readPeak() },
      latency,
      processor,
      search,
      embedding,
      perSecond,
      quality: scoreQuality(answered.map(({ question, found }) => ({ question, ranked: found.ranked }))),
      stages: summarizeStages(answered.map(({ found }) => found.timings ?? {})),
    }
  } finally {
    await system.close()
    await models.close()
  }
}

/** Resident bytes once nothing is left to collect. */
async function readMemory(): Promise<number> {
  for (let round = 0; round < 3; round++) {
    globalThis.gc?.()
    await setTimeout(50)
  }
  return process.memoryUsage.rss()
}

function summarizeStages(timings: readonly Record<string, number>[]): Record<string, number> {
  const stages = new Set(timings.flatMap((one) => Object.keys(one)))
  return Object.fromEntries(
    [...stages].map((stage) => [
      stage,
      percentile(
        timings.map((one) => one[stage] ?? 0),
        0.5,
      ),
    ]),
  )
}
