import { percentile } from '../../shared/percentile.js'
import type { BenchQuestion } from '../corpus/corpus.js'
import type { Found, RetrievalSystem } from '../systems/retrieval-system.js'
import type { Latency } from './measurement.js'

/** Asks each question once, and all again until `seconds` are over; one at a time. */
export async function measureLatency(options: {
  system: RetrievalSystem
  questions: readonly BenchQuestion[]
  seconds: number
}): Promise<{ latency: Latency; answered: { question: BenchQuestion; found: Found }[] }> {
  const { system, questions, seconds } = options
  const durations: number[] = []
  const answered: { question: BenchQuestion; found: Found }[] = []
  const started = performance.now()
  for (let asked = 0; asked < questions.length || performance.now() - started < seconds * 1000; asked++) {
    const question = questions[asked % questions.length] as BenchQuestion
    const begun = performance.now()
    const found = await system.search(question.question)
    durations.push(performance.now() - begun)
    if (asked < questions.length) answered.push({ question, found })
  }
  return { latency: summarize(durations), answered }
}

export function summarize(durations: readonly number[]): Latency {
  return { p50: percentile(durations, 0.5), p99: percentile(durations, 0.99), samples: durations.length }
}
