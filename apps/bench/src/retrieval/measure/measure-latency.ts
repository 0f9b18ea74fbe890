import { percentile } from '../../shared/percentile.js'
import type { BenchQuestion } from '../corpus/corpus.js'
import type { Found, RetrievalSystem } from '../systems/retrieval-system.js'
import type { Latency } from './measurement.js'

/** Asks the first `least` questions, or all, and on in turn until `seconds` are over; one at a time. */
export async function measureLatency(options: {
  system: RetrievalSystem
  questions: readonly BenchQuestion[]
  least?: number
  seconds: number
}): Promise<{ latency: Latency; processor: number; answered: { question: BenchQuestion; found: Found }[] }> {
  const { system, questions, seconds } = options
  const least = Math.min(options.least ?? questions.length, questions.length)
  const durations: number[] = []
  const answered: { question: BenchQuestion; found: Found }[] = []
  const usageBefore = process.cpuUsage()
  const started = performance.now()
  for (let asked = 0; asked < least || performance.now() - started < seconds * 1000; asked++) {
    const question = questions[asked % questions.length] as BenchQuestion
    const begun = performance.now()
    const found = await system.search(question.question)
    durations.push(performance.now() - begun)
    if (asked < questions.length) answered.push({ question, found })
  }
  return {
    latency: summarize(durations),
    processor: toMilliseconds(process.cpuUsage(usageBefore)) / durations.length,
    answered,
  }
}

/** Processor milliseconds. */
export function toMilliseconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000
}

export function summarize(durations: readonly number[]): Latency {
  return { p50: percentile(durations, 0.5), p99: percentile(durations, 0.99), samples: durations.length }
}
