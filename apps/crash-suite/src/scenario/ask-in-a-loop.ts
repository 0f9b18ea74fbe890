import { setTimeout as delay } from 'node:timers/promises'
import { queries } from './steps.js'

export interface AskedInALoop {
  searches: number
  answers: number
  /** Generations that were seen to answer. */
  generations: number
  failures: string[]
  /** Milliseconds of the slowest. */
  slowest: number
}

/** Between two requests, milliseconds: readers read. */
const pause = 300
const searchesPerAnswer = 4
const patience = 60_000

/** A reader who searches and asks without end, whatever happens to the worker. What is not a sound answer is a failure. */
export function askInALoop(options: { url: string }): { stop(): Promise<AskedInALoop> } {
  const { url } = options
  const counts: AskedInALoop = { searches: 0, answers: 0, generations: 0, failures: [], slowest: 0 }
  const generations = new Set<string>()
  let isOver = false

  const post = async (path: string, body: object): Promise<unknown> => {
    const response = await fetch(`${url}/api/v1/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patience),
    })
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
    return response.json()
  }
  const search = async (query: string) => {
    counts.searches += 1
    const { results } = (await post('search', { query, k: 5 })) as { results: { text: string }[] }
    if (results.length === 0 || results.some(({ text }) => !text)) throw new Error(`nothing was found for ${query}`)
  }
  const ask = async (question: string) => {
    counts.answers += 1
    const answer = (await post('ask', { question })) as {
      status: string
      answer: string
      generation: string
      citations: { quote: string; start: number; end: number }[]
    }
    generations.add(answer.generation)
    const isSound =
      answer.answer !== '' &&
      (answer.status === 'refused' || answer.citations.length > 0) &&
      answer.citations.every(({ quote, start, end }) => quote.length === end - start)
    if (!isSound) throw new Error(`no sound answer: ${JSON.stringify(answer).slice(0, 300)}`)
  }

  const run = async () => {
    for (let turn = 0; !isOver; turn += 1) {
      const query = queries[turn % queries.length] as string
      const started = performance.now()
      try {
        await (turn % (searchesPerAnswer + 1) === searchesPerAnswer ? ask(query) : search(query))
      } catch (error) {
        const cause = (error as { cause?: unknown }).cause
        counts.failures.push(
          `${new Date().toISOString()} ${query}: ${String(error)}${cause ? ` (${String(cause)})` : ''}`,
        )
      }
      counts.slowest = Math.max(counts.slowest, Math.round(performance.now() - started))
      await delay(pause)
    }
  }
  const running = run()
  return {
    async stop() {
      isOver = true
      await running
      return { ...counts, generations: generations.size }
    },
  }
}
