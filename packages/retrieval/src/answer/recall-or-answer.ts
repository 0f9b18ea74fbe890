import type { AnswerEvent, ErrorCode } from '@shutten/core'
import { replayAnswer } from '../cache/replay-answer.js'
import { toAnswerKey } from '../cache/to-answer-key.js'
import type { Stage } from '../tracing/begin-stage.js'
import { answerQuestion } from './answer-question.js'
import type { AnswerRequest } from './answer-request.js'
import type { AnswererParts } from './answerer-parts.js'

/** What may be there again the next time. */
const passing: readonly ErrorCode[] = ['RERANKER_UNAVAILABLE', 'LLM_UNAVAILABLE', 'LLM_INTERRUPTED']

/** The answer from the cache, or a new one, which goes there when nothing was done without. */
export async function* recallOrAnswer(options: {
  parts: AnswererParts
  request: AnswerRequest
  stage: Stage
}): AsyncGenerator<AnswerEvent, void, undefined> {
  const { parts, request, stage } = options
  const { cache } = parts
  const { id, view = '' } = request.generation
  // What was excluded since must not be told from the cache.
  const generation = `${id} ${view}`
  const key = cache && (await toAnswerKey({ parts, request }))
  const known = key && !request.isFresh && cache.find({ generation, key })
  if (known) {
    const { usage: _, rewritten: __, ...answer } = known
    const { asked: question, conversationId, started, rewritten, rewritingUsage } = request
    stage.set({ 'shutten.cached': true, 'shutten.status': known.status, 'shutten.confidence': known.confidence })
    const timings = { total: performance.now() - started }
    yield* replayAnswer({
      ...answer,
      question,
      conversationId,
      cached: true,
      timings,
      ...(rewritten !== null && { rewritten }),
      ...(rewritingUsage && { usage: rewritingUsage }),
    })
    return
  }
  for await (const event of answerQuestion({ parts, request, stage })) {
    if (event.type === 'done') {
      const { answer } = event
      const warnings = (answer.warnings ?? []).map(({ code }) => code)
      stage.set({
        'shutten.status': answer.status,
        'shutten.confidence': answer.confidence,
        'shutten.sentences': answer.sentences.length,
        'shutten.warnings': warnings,
        'gen_ai.request.model': answer.model.generator,
      })
      if (key && !warnings.some((code) => passing.includes(code))) cache.save({ generation, key, answer })
    }
    yield event
  }
}
