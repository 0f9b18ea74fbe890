import type { Answer, AnswerEvent, ErrorBody, Refusal } from '@shutten/core'
import type { RetrievedPassage } from '../rerank/rerank-candidates.js'
import { suggestFromPassages } from '../suggest/suggest-from-passages.js'
import type { Stage } from '../tracing/begin-stage.js'
import { addUsage } from './add-usage.js'
import type { AnswerRequest } from './answer-request.js'
import type { AnswererParts } from './answerer-parts.js'
import { createCitationBook, type DraftSentence, renderAnswer, toCitation } from './build-citations.js'
import { collectEvidence } from './collect-evidence.js'
import { extractiveSentences } from './extractive-sentences.js'
import { isReferenceList } from './is-reference-list.js'
import { refusalText } from './refusal-text.js'
import { toAnswerWarning } from './to-answer-warning.js'
import { type WrittenAnswer, writeSentences } from './write-sentences.js'

/** How many of the nearest passages a refusal shows. */
const nearestShown = 3
/** And how many questions that the sources do answer. */
const suggestionsShown = 3

/** Evidence, then sentences, then the whole answer; `done` is the last event. */
export async function* answerQuestion(options: {
  parts: AnswererParts
  request: AnswerRequest
  stage: Stage
}): AsyncGenerator<AnswerEvent, void, undefined> {
  const { parts, request, stage } = options
  const { language } = request.question
  const timings: Record<string, number> = {}
  const book = createCitationBook()
  const evidence = yield* collectEvidence({ parts, request, stage, timings })
  let withheld = 0
  let written: WrittenAnswer = { generator: 'extractive', usage: null, warning: null, dropped: 0 }

  const finish = (outcome: { confidence: number; refusal?: Refusal }): AnswerEvent => {
    timings.total = performance.now() - request.started
    const { refusal, confidence } = outcome
    const usage = addUsage(request.rewritingUsage, written.usage)
    const errors = [
      evidence.warning,
      written.warning,
      toWithheldError(withheld),
      toDroppedError(refusal ? 0 : written.dropped),
      toUnansweredError(evidence.unanswered),
    ].filter((error): error is ErrorBody => error !== null)
    const answer: Answer = {
      question: request.asked,
      status: refusal ? 'refused' : 'answered',
      language,
      answer: refusal
        ? refusalText({ language, hasNothingInScope: request.filters !== null && refusal.reason === 'no-passages' })
        : renderAnswer({ ...book, language }),
      confidence,
      sentences: refusal ? [] : book.sentences,
      citations: refusal ? [] : book.citations,
      ...(refusal && { refusal }),
      model: {
        generator: written.generator,
        embedder: parts.embedder.id,
        reranker: evidence.warning ? null : (parts.reranker?.id ?? null),
      },
      generation: request.generation.id,
      conversationId: request.conversationId,
      ...(errors.length > 0 && { warnings: errors.map((error) => toAnswerWarning({ error, language })) }),
      ...(written.dropped > 0 && { dropped: written.dropped }),
      ...(request.rewritten !== null && { rewritten: request.rewritten }),
      ...(usage && { usage }),
      timings,
    }
    return { type: 'done', answer }
  }

  if (evidence.passages.length === 0) {
    yield finish({ confidence: 0, refusal: { reason: 'no-passages', nearest: [] } })
    return
  }
  const near = evidence.passages.slice(0, nearestShown)
  const openings = near.flatMap(({ passage }) => request.generation.getDocumentPassages(passage.documentId).slice(0, 1))
  const passages = [...evidence.sources, ...openings]
  const suggestions = suggestFromPassages({ passages, language, count: suggestionsShown })
  const held = { nearest: nearestCitations(evidence.passages), ...(suggestions.length > 0 && { suggestions }) }
  if (!evidence.isSufficient) {
    yield finish({ confidence: evidence.confidence, refusal: { reason: 'not-in-sources', ...held } })
    return
  }

  yield { type: 'status', stage: 'writing' }
  const begun = performance.now()
  const instructions = parts.writer?.instructions ?? null
  const tell = function* (written: DraftSentence): Generator<AnswerEvent> {
    const { draft } = parts.guard.checkDraft({ draft: written, instructions })
    if (!draft) {
      withheld++
      return
    }
    const { sentence, citations } = book.add(draft)
    const { layout } = draft
    yield { type: 'sentence', index: book.sentences.length - 1, sentence, citations, ...(layout && { layout }) }
  }
  const drafts = writeSentences({ parts, request, evidence, stage })
  try {
    for (let next = await drafts.next(); ; next = await drafts.next()) {
      if (next.done) {
        written = next.value
        break
      }
      yield* tell(next.value)
    }
  } finally {
    // A caller that leaves in the middle stops the model that writes.
    await drafts.return(written)
  }
  // Neither a command in a source that a model obeyed, nor what it made up, must take the answer away that is there. A
  // model that wrote nothing has declined.
  const hadToGo = withheld + written.dropped > 0
  if (book.sentences.length === 0 && hadToGo && written.generator !== 'extractive') {
    written = { ...written, generator: 'extractive' }
    for (const draft of extractiveSentences({ question: request.question, drafts: evidence.drafts })) yield* tell(draft)
  }
  timings.write = performance.now() - begun
  yield book.sentences.length > 0
    ? finish({ confidence: evidence.confidence })
    : finish({ confidence: 0, refusal: { reason: 'unsupported', ...held } })
}

function nearestCitations(passages: readonly RetrievedPassage[]): Refusal['nearest'] {
  // A list of references is near to any year or name, and tells a reader nothing.
  const telling = passages.filter(({ passage }) => !isReferenceList(passage))
  return (telling.length > 0 ? telling : passages)
    .slice(0, nearestShown)
    .map(({ passage, score }, i) =>
      toCitation({ passage, start: 0, end: passage.text.length, score, highlights: [] }, i + 1),
    )
}

/** What no passage holds of what the language model wrote. */
function toDroppedError(sentences: number): ErrorBody | null {
  if (sentences === 0) return null
  return {
    code: 'SENTENCE_UNSUPPORTED',
    message: `${sentences} ${sentences === 1 ? 'sentence' : 'sentences'} of the language model had no support in the sources and ${sentences === 1 ? 'was' : 'were'} left out.`,
    suggestion: 'Read the cited passages, or ask more narrowly; a larger model invents less.',
  }
}

/** What the guard left out of an answer. */
function toWithheldError(sentences: number): ErrorBody | null {
  if (sentences === 0) return null
  return {
    code: 'SENTENCE_WITHHELD',
    message: `${sentences} ${sentences === 1 ? 'sentence was' : 'sentences were'} left out of the answer by the guard.`,
    suggestion: 'Look at the passages it was drawn from: one of them may carry instructions for language models.',
  }
}

/** The parts of a question that the sources do not hold. */
function toUnansweredError(parts: readonly string[]): ErrorBody | null {
  if (parts.length === 0) return null
  return {
    code: 'PART_NOT_FOUND',
    message: parts.join(' / '),
    suggestion: 'Ask for this part in other words, or add a source that holds it.',
  }
}
