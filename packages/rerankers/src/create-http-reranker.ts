import { setTimeout as sleep } from 'node:timers/promises'
import { type Reranker, type RerankScore, ShuttenError, toAbortError } from '@shutten/core'
import { type RerankFormName, rerankForms } from './forms/rerank-forms.js'
import { readScores } from './read-scores.js'
import { renderPassage } from './render-passage.js'
import { toEndpoint } from './to-endpoint.js'
import { type RerankerFailure, toRerankerError } from './to-reranker-error.js'
import { toWaitingTime } from './to-waiting-time.js'

/** Tries of one request. */
const maxAttempts = 3
/** Statuses that tell of a service that is busy; every other one would be the same at the next try. */
const busy = [429, 503]

/** The time was up, and nothing is known to be wrong. */
const outOfTime = Symbol('out of time')

/**
 * A reranker behind HTTP, in one of three published forms (each file of `forms/` names its source); others speak them
 * too. Passages are sent with title and headings. A busy service (429, 503) is asked again, after the time it asks for,
 * where that time is there. When the budget runs out, the request is given up and what it holds has no score.
 * Errors: CONFIGURATION_INVALID without an address; of `rerank` RERANKER_UNAVAILABLE, CANCELLED.
 *
 * @param options.url the service's address, or the endpoint itself; not needed for Cohere's and Jina's own
 * @param options.areLogits the scores are logits (of a server that applies no sigmoid), which are turned into
 *   probabilities; otherwise they are clamped to 0 … 1
 * @param options.timeoutMs for a whole call of `rerank` that has no shorter budget; 5,000 unless told
 * @param options.batchSize texts of one request, in place of the form's own limit
 * @param options.now milliseconds of a clock that never goes back
 */
export function createHttpReranker(options: {
  form: RerankFormName
  url?: string
  model?: string
  apiKey?: string
  id?: string
  areLogits?: boolean
  timeoutMs?: number
  batchSize?: number
  fetch?: typeof fetch
  now?: () => number
  wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>
}): Reranker {
  const form = rerankForms[options.form]
  const { model, apiKey, areLogits = false, timeoutMs = 5_000, batchSize = form.batchSize } = options
  const { fetch: send = fetch, now = () => performance.now() } = options
  const { wait = async (milliseconds, signal) => sleep(milliseconds, undefined, { signal }) } = options
  const id = options.id ?? (model ? `${options.form}:${model}` : options.form)
  const url = options.url ?? form.publicUrl
  if (!url)
    throw new ShuttenError({
      code: 'CONFIGURATION_INVALID',
      message: `The reranker ${id} needs an address.`,
      suggestion: 'Set SHUTTEN_RERANKER_BASE_URL, for example to http://127.0.0.1:8080.',
    })
  const endpoint = toEndpoint({ url, path: form.path })
  const fail = (failure: RerankerFailure) => toRerankerError({ id, failure })

  /** Errors: what `fetch` throws when the signal fires; RERANKER_UNAVAILABLE. */
  const score = async (query: string, texts: readonly string[], deadline: number, signal: AbortSignal) => {
    const body = form.buildBody({ ...(model && { model }), query, texts })
    if (areLogits && 'raw_scores' in body) body.raw_scores = true
    for (let attempt = 1; ; attempt++) {
      let response: Response
      let answer: string
      try {
        response = await send(endpoint, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...(apiKey && { authorization: `Bearer ${apiKey}` }) },
          body: JSON.stringify(body),
          redirect: 'manual',
          signal,
        })
        answer = await response.text()
      } catch (cause) {
        if (signal.aborted) throw cause
        throw fail({ kind: 'unreachable', cause })
      }
      if (response.ok) {
        const scores = readScores({ form, body: answer, count: texts.length, areLogits })
        if (!scores) throw fail({ kind: 'malformed' })
        return scores
      }
      const failure = fail({ kind: 'status', status: response.status })
      if (!busy.includes(response.status) || attempt === maxAttempts) throw failure
      const waiting = toWaitingTime({
        retryAfter: response.headers.get('retry-after'),
        attempt,
        date: Date.now(),
      })
      if (now() + waiting >= deadline) throw failure
      await wait(waiting, signal)
    }
  }

  return {
    id,
    async rerank({ query, passages, budgetMs, signal }) {
      if (signal?.aborted) throw toAbortError(signal)
      const scores: (RerankScore | null)[] = new Array(passages.length).fill(null)
      if (budgetMs !== undefined && budgetMs <= 0) return scores
      const isBudget = budgetMs !== undefined && budgetMs <= timeoutMs
      const limit = isBudget ? budgetMs : timeoutMs
      const deadline = now() + limit
      const late = new AbortController()
      const timer = setTimeout(() => late.abort(outOfTime), limit)
      const either = signal ? AbortSignal.any([signal, late.signal]) : late.signal
      try {
        const texts = passages.map(renderPassage)
        for (let at = 0; at < texts.length; at += batchSize) {
          const probabilities = await score(query, texts.slice(at, at + batchSize), deadline, either)
          probabilities.forEach((probability, i) => {
            scores[at + i] = { probability }
          })
        }
      } catch (error) {
        if (signal?.aborted) throw toAbortError(signal)
        if (!late.signal.aborted) throw error
        if (!isBudget) throw fail({ kind: 'late', timeoutMs })
      } finally {
        clearTimeout(timer)
      }
      return scores
    },
  }
}
