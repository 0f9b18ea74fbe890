import type { Answer } from '@shutten/core'
import type { AnswerRequest } from '../answer/answer-request.js'
import type { AnswererParts } from '../answer/answerer-parts.js'
import type { GuardFinding } from './create-guard.js'
import { guardText } from './guard-texts.js'

/** The refusal of a question that the policy does not let be answered; the sources were not looked at. */
export function refuseByPolicy(options: {
  parts: Pick<AnswererParts, 'embedder'>
  request: AnswerRequest
  finding: GuardFinding
}): Answer {
  const { parts, request, finding } = options
  const { language } = request.question
  return {
    question: request.asked,
    status: 'refused',
    language,
    answer: guardText({ ...finding, language }),
    confidence: 0,
    sentences: [],
    citations: [],
    refusal: { reason: 'policy', nearest: [], policy: finding },
    model: { generator: 'policy', embedder: parts.embedder.id, reranker: null },
    generation: request.generation.id,
    conversationId: request.conversationId,
    ...(request.rewritingUsage && { usage: request.rewritingUsage }),
    timings: { total: performance.now() - request.started },
  }
}
