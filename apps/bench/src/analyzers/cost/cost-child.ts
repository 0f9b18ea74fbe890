import { loadAnalyzer } from '../analyzers/load-analyzer.js'
import type { Cost, CostTask } from './cost.js'

/** What `measureCost` starts: takes one task, answers with `Cost`, and ends. */
process.once('message', async ({ name, texts }: CostTask) => {
  const memory = process.memoryUsage().rss
  const started = process.cpuUsage()
  const analyze = await loadAnalyzer(name)
  analyze(texts[0] ?? '')
  const load = { processor: toMilliseconds(process.cpuUsage(started)), memory: process.memoryUsage().rss - memory }
  for (const text of texts) analyze(text)
  const warm = process.cpuUsage()
  for (const text of texts) analyze(text)
  const seconds = toMilliseconds(process.cpuUsage(warm)) / 1000
  const characters = texts.reduce((sum, text) => sum + text.length, 0)
  const cost: Cost = { load, charactersPerSecond: characters / seconds }
  process.send?.(cost, () => process.disconnect())
})

function toMilliseconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000
}
