import { createHash } from 'node:crypto'
import type { AnswerRequest } from '../answer/answer-request.js'
import type { AnswererParts } from '../answer/answerer-parts.js'

/**
 * Two requests with one key have one answer, on one generation: question as it stands alone, filters, models, calibration,
 * settings and the synonyms that are searched for. Earlier turns count only where a language model is given them.
 */
export async function toAnswerKey(options: { parts: AnswererParts; request: AnswerRequest }): Promise<string> {
  const { parts, request } = options
  const { question, filters, history } = request
  const { embedder, reranker, reader, writer, synonyms, settings, calibration } = parts
  const material = JSON.stringify([
    question.text,
    filters && Object.entries(filters).sort(([a], [b]) => (a < b ? -1 : 1)),
    [embedder.id, reranker?.id ?? null, reader.id, writer?.id ?? null],
    calibration.version,
    parts.unsupportedSentences,
    settings,
    (await synonyms?.find(question.text)) ?? [],
    writer ? history.map((turn) => [turn.question, turn.answer.answer]) : [],
  ])
  return createHash('sha256').update(material).digest('hex')
}
