import { type AnswerUsage, type ErrorBody, type GenerationPassage, isShuttenError } from '@shutten/core'
import { limitStream } from '../guard/limit-stream.js'
import type { Stage } from '../tracing/begin-stage.js'
import { verifyStream } from '../verify/verify-stream.js'
import type { AnswerWriter } from '../write/answer-writer.js'
import type { AnswerRequest } from './answer-request.js'
import type { AnswererParts } from './answerer-parts.js'
import type { DraftSentence } from './build-citations.js'
import type { CollectedEvidence } from './collect-evidence.js'
import { extractiveSentences } from './extractive-sentences.js'

export interface WrittenAnswer {
  /** `extractive`, or the writer's id. */
  generator: string
  usage: AnswerUsage | null
  /** Why the writer's answer is not there, or not whole. */
  warning: ErrorBody | null
  /** Sentences of the writer that no passage holds, and that were left out. */
  dropped: number
}

/**
 * The answer's sentences, one by one: those that the writer writes and a passage holds, or those of the sources.
 *
 * A writer that fails before a sentence of it was told leaves the place to the sources. Once one was told, it stays: it is
 * held by its citation, and another answer behind it would say the same twice. The answer then ends there.
 * Errors: those of the embedder; CANCELLED.
 */
export async function* writeSentences(options: {
  parts: AnswererParts
  request: AnswerRequest
  evidence: CollectedEvidence
  stage: Stage
}): AsyncGenerator<DraftSentence, WrittenAnswer, undefined> {
  const { parts, request, evidence, stage } = options
  const { writer } = parts
  const written: WrittenAnswer = { generator: 'extractive', usage: null, warning: null, dropped: 0 }
  if (writer) {
    const passages = evidence.sources.slice(0, writer.maxPassages)
    let told = 0
    try {
      const stream = limitStream({
        stream: writeTraced({
          writer,
          request,
          passages,
          stage,
          onUsage: (usage) => Object.assign(written, { usage }),
        }),
        id: writer.id,
      })
      const verifying = stage.begin('shutten.verify', { 'shutten.passages': passages.length })
      try {
        for await (const draft of verifyStream({
          stream,
          passages,
          embedder: parts.embedder,
          question: request.question.text,
          unsupportedSentences: parts.unsupportedSentences,
          onDropped() {
            written.dropped++
          },
          ...(request.signal && { signal: request.signal }),
        })) {
          told++
          yield draft
        }
      } finally {
        verifying.set({ 'shutten.sentences': told })
        verifying.end()
      }
      return { ...written, generator: writer.id }
    } catch (error) {
      if (!isShuttenError(error) || error.code !== 'LLM_UNAVAILABLE') throw error
      if (told > 0) return { ...written, generator: writer.id, warning: { ...error.toJSON(), code: 'LLM_INTERRUPTED' } }
      written.warning = error.toJSON()
    }
  }
  yield* extractiveSentences({ question: request.question, drafts: evidence.drafts })
  return written
}

/** What the writer writes, with a span from the first request to the last piece. */
async function* writeTraced(options: {
  writer: AnswerWriter
  request: AnswerRequest
  passages: readonly GenerationPassage[]
  stage: Stage
  onUsage: (usage: AnswerUsage) => void
}): AsyncGenerator<string, void, undefined> {
  const { writer, request, passages, onUsage } = options
  const { question, history, callbacks, signal } = request
  const stage = options.stage.begin('shutten.write', {
    'gen_ai.request.model': writer.id,
    'shutten.passages': passages.length,
    'shutten.turns': history.length,
  })
  try {
    yield* stage.activate(() =>
      writer.write({
        question: question.text,
        language: question.language,
        passages,
        history,
        onUsage(usage) {
          stage.set({
            'gen_ai.usage.input_tokens': usage.inputTokens,
            'gen_ai.usage.output_tokens': usage.outputTokens,
          })
          onUsage(usage)
        },
        ...(callbacks && { callbacks }),
        ...(signal && { signal }),
      }),
    )
  } catch (error) {
    stage.fail(error)
    throw error
  } finally {
    stage.end()
  }
}
